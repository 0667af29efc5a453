#include "indexer/readers/intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/news/complete_article.h"
#include "indexer/readers/name_tally.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/reading.h"

namespace gisa {

namespace {

constexpr std::size_t kSample = 1 << 16;
constexpr std::size_t kBinarySample = 4096;

// A zero byte is in no text but UTF-16.
bool looks_binary(std::string_view sample) {
  sample = sample.substr(0, kBinarySample / 2 * 2);
  const Encoding encoding = detect_encoding(sample);
  return sample.find('\0') != std::string_view::npos && encoding != Encoding::utf16le &&
         encoding != Encoding::utf16be;
}

// The DRM systems of Korean offices put a mark of their own before a file of any format.
bool is_locked(std::string_view sample) {
  constexpr std::array<std::string_view, 3> kMarks = {"\x9B DRMONE", "SCDSA00",
                                                      "<## NASCA DRM FILE"};
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](std::string_view mark) { return sample.starts_with(mark); });
}

// The format to read `bytes` with; nullptr, and the reason reported, if they are not to be read.
const Format* choose_format(const std::string& name, ByteStream& bytes,
                            const IntakeOptions& options, const ProblemSink& problems) {
  const std::string_view sample = bytes.peek(kSample);
  const auto refuse = [&](const char* why) {
    problems({name, why});
    return nullptr;
  };
  if (sample.empty()) return refuse("is empty; left out");
  if (is_locked(sample)) return refuse("is locked by DRM; left out");
  const Format* const format = options.format != nullptr ? options.format : format_of(name, sample);
  if (format == nullptr) {
    return refuse(is_text(sample)
                      ? "is a text with an ending gisa does not know; left out (as .txt it is read)"
                      : "is of a kind gisa cannot read; left out");
  }
  const bool binary = format->is_text && !options.encoding && looks_binary(sample);
  return binary ? refuse("is binary; left out") : format;
}

std::string describe_unread_date(std::string_view text) {
  constexpr std::size_t kShown = 60;  // bytes
  return fmt::format("the date '{}' is not understood; indexed without it",
                     cut_to_bytes(text.substr(0, text.find('\n')), kShown));
}

std::string describe_long_field(const std::string& field) {
  const bool is_text = field != "id" && field != "url";
  return fmt::format("the {} is longer than 64 kB; {}", field,
                     is_text ? "read as a part of its text" : "indexed without it");
}

}  // namespace

std::string_view file_of(std::string_view place) {
  const std::size_t last = place.find_last_not_of("0123456789");
  const bool numbered = last + 1 < place.size() && last != place.npos && place[last] == '#';
  return numbered ? place.substr(0, last) : place;
}

std::uint32_t record_of(std::string_view place) {
  place.remove_prefix(file_of(place).size());
  std::uint32_t number = 0;
  if (!place.empty()) std::from_chars(place.data() + 1, place.data() + place.size(), number);
  return number;
}

std::set<std::string> read_articles(const SourceFile& file, const ArticleSink& take,
                                    const ProblemSink& problems, const IntakeOptions& options,
                                    const BlockWatch& seen) {
  std::set<std::string> encodings;
  const auto decoded = [&](Encoding encoding) { encodings.emplace(name_of(encoding)); };
  bool is_held = false;  // by a file that was read before it: a mail holds what is attached
  const auto read = [&](const std::string& name, ByteStream& bytes, const MemberSink& open) {
    IntakeOptions chosen = options;
    if (is_held) chosen.format = nullptr;
    const Format* const format = choose_format(name, bytes, chosen, problems);
    if (format == nullptr) return;
    const RecordSink records = [&](Article article, std::size_t number) {
      const std::string place = number == 0 ? name : fmt::format("{}#{}", name, number);
      const Completion completion = complete_article(article, place);
      if (!completion.has_text) return problems({name, "has no text; left out", true, number});
      if (!completion.unread_date.empty()) {
        problems({name, describe_unread_date(completion.unread_date), false, number});
      }
      if (!completion.too_long.empty()) {
        problems({name, describe_long_field(completion.too_long), false, number});
      }
      take(std::move(article), place);
    };
    NameTally names;
    const RecordObserver observe = [&](const Record& record, const auto& uses) {
      names.add(record, uses);
    };
    const MemberSink open_held = [&](const std::string& held, ByteStream& its_bytes) {
      const bool before = std::exchange(is_held, true);
      open(held, its_bytes);
      is_held = before;
    };
    read_as(*format, {name, bytes, options, records, problems, observe, decoded, open_held});
    if (const std::string unread = names.complaint(); !unread.empty()) {
      problems({name, unread, false});
    }
  };
  unpack_nested(file.path, file.name, options.limits, read, problems, seen);
  return encodings;
}

std::string refusal_of(const SourceFile& file, const IntakeOptions& options) {
  struct Readable {};
  std::string refusal;
  const ProblemSink refuse = [&](const Problem& problem) {
    if (!refusal.empty()) return;
    const bool packed = problem.path != file.name;
    refusal = packed ? problem.path + " " + problem.what : problem.what;
  };
  try {
    unpack(
        file.path, file.name, options.limits,
        [&](const std::string& name, ByteStream& bytes) {
          if (choose_format(name, bytes, options, refuse) != nullptr) throw Readable();
        },
        refuse);
  } catch (const Readable&) {
    return {};
  }
  return refusal.empty() ? "holds no file to index" : refusal;
}

std::vector<std::string> describe_fields(const SourceFile& file, const IntakeOptions& options) {
  constexpr std::size_t kRecordsSeen = 100;
  struct Enough {};
  NameTally names;
  const RecordObserver observe = [&](const Record& record, const auto& uses) {
    names.add(record, uses);
    if (names.records() == kRecordsSeen) throw Enough();
  };
  const RecordSink ignore_article = [](const Article&, std::size_t) {};
  const ProblemSink ignore = [](const Problem&) {};
  bool all = true;
  try {
    unpack(
        file.path, file.name, options.limits,
        [&](const std::string& name, ByteStream& bytes) {
          const Format* const format = choose_format(name, bytes, options, ignore);
          const bool has_records =
              format != nullptr && format->confinement != Confinement::document;
          if (has_records)
            read_as(*format, {name, bytes, options, ignore_article, ignore, observe});
        },
        ignore);
  } catch (const Enough&) {
    all = false;
  }
  std::vector<std::string> lines;
  if (names.records() == 0) return lines;
  const std::string used = names.used();
  lines.push_back(used.empty() ? "no name is known" : used);
  if (const std::string rest = names.passed_over(); !rest.empty()) {
    lines.push_back(fmt::format("passed over{}: {}", all ? "" : " in the first 100 records", rest));
  }
  return lines;
}

}  // namespace gisa
