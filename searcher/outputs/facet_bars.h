#pragma once

#include <ostream>

#include "gisa/facet.h"
#include "gisa/related.h"

namespace gisa {

// The counts of a facet as bars of characters, for people; of many names, the most frequent.
void write_facet(std::ostream& out, const Facet& facet);

// The same of related words; nothing if none were asked for.
void write_related(std::ostream& out, const RelatedWords& related);

}  // namespace gisa
