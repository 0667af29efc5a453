#pragma once

#include <cstdint>
#include <vector>

#include "searcher/postings/match_plan.h"
#include "searcher/postings/posting_list.h"

namespace gisa {

// The documents of one database that the plan's tree matches, in the order of their numbers.
// `lists` are those of the plan's terms, `everything` that of all documents, which may be nullptr
// unless the plan has it.
std::vector<std::uint32_t> matching_documents(const MatchPlan& plan,
                                              const std::vector<const PostingList*>& lists,
                                              const PostingList* everything);

}  // namespace gisa
