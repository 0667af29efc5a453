#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// Who signs an article, as far as a line says. Views into the line.
struct Signature {
  std::string_view press;
  std::string_view names;
  std::size_t length = 0;  // bytes at the beginning of the line that are the signature; 0: none
};

// A way to sign. `read` takes one line of valid UTF-8, trimmed.
struct SignatureForm {
  std::string_view name;
  Signature (*read)(std::string_view line);
};

// In their order: the first that reads something decides. docs/intake.md says how often each does.
std::span<const SignatureForm> signature_forms();

// Reads the signature that a line begins with, or is: `(한빛경제=김서연 기자)`, `[서울=다온뉴스]
// 박도윤 기자 =`, `[다온뉴스 박도윤 기자]`, `가람신문 서지완 기자 jiwan@garam.example`. `form`, if
// given, is set to the one that decided, or to nullptr.
Signature read_signature(std::string_view line, const SignatureForm** form = nullptr);

// A byline without the reporter's role and address: `임하나 기자 (hana@daon.example)` -> `임하나`.
std::string plain_byline(std::string_view byline);

}  // namespace gisa
