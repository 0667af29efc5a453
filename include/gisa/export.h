#pragma once

// Marks what libgisa offers; everything else in it is hidden.
#define GISA_API __attribute__((visibility("default")))
