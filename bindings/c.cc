#include "gisa/c.h"

const char* gisa_version() { return GISA_VERSION; }
