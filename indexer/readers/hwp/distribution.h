#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gisa {

// Deciphers a stream of a document for distribution (배포용 문서), which anybody may read and
// nobody change: its key lies in its first record, as Hancom's "한글 문서 파일 형식 5.0 - 배포용
// 문서" says. What comes out may still be deflated. Nothing if there is no such record.
std::optional<std::string> decipher_distribution(std::string_view stream);

}  // namespace gisa
