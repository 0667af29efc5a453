#pragma once

#include <string_view>

namespace gisa {

// Whether bytes that are said to be Windows-1252 are Korean in EUC-KR, as Korean programs write it
// under that name. Two letters with accents side by side (gemäß, RELAÇÃO) are a pair of EUC-KR,
// too: those are `maybe`, and the rest of the text has to tell.
enum class EucKr { no, maybe, surely };

// What decodes, ASCII included, is at least `maybe`. It is `surely` where two pairs stand side by
// side, or one for a syllable or a mark such as ○ without an ASCII letter beside it.
EucKr judge_euc_kr(std::string_view bytes);

}  // namespace gisa
