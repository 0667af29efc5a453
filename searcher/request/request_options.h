#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gisa/error.h"
#include "searcher/request/request.h"

namespace gisa {

// How an interface writes the name of an option.
enum class OptionStyle {
  terminal,  // --per-article
  request,   // per_article: in JSON and in a URL, where - is as good as _
};

struct RequestDraft;

// An option that says what to find. The command line, JSON and URLs each read this table; to add an
// option: a row in request_options.cc.
struct RequestOption {
  using SetFlag = void (*)(RequestDraft&);
  using SetNumber = void (*)(RequestDraft&, std::size_t);
  using SetText = void (*)(RequestDraft&, const std::string&);

  std::string_view name;                          // words with - between them
  std::variant<SetFlag, SetNumber, SetText> set;  // its kind, and what it does to a request
  std::string_view value_name;                    // of the value in help; empty for a flag
  std::string_view fallback;                      // in help: what holds without it; may be empty
  std::string_view about;                         // one line, with {} for what values() lists
  char letter = 0;                                // the short form in a terminal; 0: none
  bool takes_all = false;                         // `all` is a number, too: kMostHits
  bool repeats = false;                           // may be given several times
  std::string (*values)() = nullptr;              // `a|b`, if only these are values
  std::string_view implied = {};                  // of these, the one that a terminal may leave out

  bool is_flag() const { return std::holds_alternative<SetFlag>(set); }
  std::string help() const { return help(about); }  // one line
  std::string help(std::string_view text) const;    // of `text`, a translation of `about`
};

// In the order of --help.
std::span<const RequestOption> request_options();

// As the interface writes it: --per-article, per_article.
std::string written(std::string_view name, OptionStyle style);

// The option that a client of JSON or of a URL calls `name`. Throws Error (usage) if there is none.
const RequestOption& request_option(std::string_view name);

// An option that was given. A flag is on; it has no value.
struct GivenOption {
  const RequestOption* option;
  std::string value;  // in any encoding that gisa detects
};

// The request for these options, without its text. Throws Error (usage), in the words of the
// interface, for a value that makes no sense, for options that contradict each other, and for one
// that is given twice; in the style `request` for an empty value, too.
Request request_with(const std::vector<GivenOption>& given, OptionStyle style);

// "limit cannot be ten", with what it can be.
Error cannot_be(const RequestOption& option, std::string_view value, OptionStyle style);

Error has_no_value(const RequestOption& option, OptionStyle style);

}  // namespace gisa
