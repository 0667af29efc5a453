#pragma once

#include <ostream>

#include "gisa/facet.h"

namespace gisa {

// The counts of a facet as bars of characters, for people; of many names, the most frequent.
void write_facet(std::ostream& out, const Facet& facet);

}  // namespace gisa
