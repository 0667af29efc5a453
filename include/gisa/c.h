#ifndef GISA_C_H
#define GISA_C_H

#include "gisa/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The version of the library that is running: `0.1.0`. */
GISA_API const char* gisa_version(void);

#ifdef __cplusplus
}
#endif

#endif
