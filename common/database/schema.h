#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// The on-disk form of a database, described in docs/schema.md. Written to disk: never renumber,
// never reuse; a change of meaning raises kVersion.
namespace gisa::schema {

constexpr int kVersion = 5;

// The oldest that can be read: 4 has no sections, and no records' numbers.
constexpr int kOldestVersion = 4;

// Term prefixes. A term of the passage itself has none: folded text never begins with A-Z.
constexpr std::string_view kTitle = "S";
constexpr std::string_view kHeading = "XH";
constexpr std::string_view kArticleId = "Q";
constexpr std::string_view kSource = "P";
constexpr std::string_view kAlias = "XT";
constexpr std::string_view kReading = "XR";
constexpr std::string_view kPlain = "XW";  // a frequent word that stands between blanks
constexpr std::string_view kPress = "XP";
constexpr std::string_view kByline = "A";
constexpr std::string_view kSection = "XS";
constexpr std::string_view kDay = "D";    // 20200203
constexpr std::string_view kMonth = "M";  // 202002
constexpr std::string_view kYear = "Y";   // 2020

enum Slot : std::uint32_t {
  kDateSlot = 0,        // the digits of the ISO date, as many as are known
  kArticleKeySlot = 1,  // eight bytes of a hash of the article's id: passages of one article agree
};

// Metadata keys.
constexpr std::string_view kVersionKey = "gisa.schema";
constexpr std::string_view kAnalyzerKey = "gisa.analyzer";
constexpr std::string_view kArticlesKey = "gisa.articles";      // how many, in decimal
constexpr std::string_view kDeletedKey = "gisa.retired";        // DeletedPassages
constexpr std::string_view kDictionaryKey = "gisa.dictionary";  // train_dictionary()'s
constexpr std::string_view kLexiconKey = "gisa.lexicon";        // LexiconTable, in parts
constexpr std::string_view kFileKeys = "gisa.file.";            // + 16 digits: one file's FileEntry

// The key of part `i` of the lexicon.
std::string lexicon_key(std::size_t i);

// `prefix` + `text` as one term; a text too long for Xapian ends in a hash of the rest.
std::string exact_term(std::string_view prefix, std::string_view text);

// The value of kArticleKeySlot.
std::string article_key(std::string_view article_id);

// The hash of an id that such a value is.
std::uint64_t hash_of_key(std::string_view article_key);

// FNV-1a, 64 bit: stable over machines and versions (http://www.isthe.com/chongo/tech/comp/fnv/).
// Goes on from `h`, the hash of what stands before `text`.
constexpr std::uint64_t hash(std::string_view text, std::uint64_t h = 0xcbf29ce484222325u) {
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return h;
}

}  // namespace gisa::schema
