#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "common/text/lower_ascii.h"
#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/readers/decoded_stream.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/plain_text.h"
#include "indexer/readers/portal.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/record_article.h"
#include "indexer/readers/xml_parser.h"

namespace gisa {

namespace {

// Elements that hold one article: of RSS, Atom, NITF, NewsML, and as people name them.
constexpr std::array<std::string_view, 10> kRecords = {
    "item", "entry", "nitf", "newsitem", "article", "news", "doc", "document", "row", "record"};

// Elements that have a title of their own and hold articles.
constexpr std::array<std::string_view, 8> kLists = {"channel", "feed",    "rss",         "rdf:rdf",
                                                    "newsml",  "newsset", "newsmessage", "head"};

// Attributes that say what other formats say in elements.
struct AttributeRow {
  std::string_view element;
  std::string_view attribute;
  std::string_view name;  // of the field
};

constexpr std::array<AttributeRow, 13> kAttributes = {{
    {"date.issue", "norm", "date.issue"},
    {"story.date", "norm", "date.publication"},
    {"pubdata", "date.publication", "date.publication"},
    {"pubdata", "name", "publisher"},
    {"doc.copyright", "holder", "provider"},
    {"provider", "literal", "provider"},
    {"infosource", "literal", "infosource"},
    {"creator", "literal", "creator"},
    {"newsitem", "guid", "id"},
    {"doc-id", "id-string", "id"},
    {"link", "href", "link"},
    {"party", "formalname", "provider"},
    {"category", "term", "category"},
}};

// Parts of a person or source that are not its name.
constexpr std::array<std::string_view, 8> kBesideNames = {"email", "uri",     "url",  "id",
                                                          "byttl", "updated", "link", "rights"};

// Elements that hold whole documents where others hold text.
constexpr std::array<std::string_view, 5> kContainers = {"nitf", "html", "body.head",
                                                         "body.content", "newslines"};

// What stands for an element of NITF in HTML.
struct TagRow {
  std::string_view element;
  std::string_view html;
};
constexpr std::array<TagRow, 3> kTags = {
    {{"block", "div"}, {"hl2", "h2"}, {"media-caption", "figcaption"}}};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Names compare in lower case; a prefix stays only where it distinguishes fields.
std::string plain_name(std::string_view name) { return lower_ascii(name); }

constexpr std::size_t kLongestFeedTitle = 1000;  // bytes; what is longer names no newspaper

class ArticleEvents : public XmlEvents {
 public:
  explicit ArticleEvents(const ReaderInput& input) : input_(input) {}

  void start(std::string_view name, const Attributes& attributes) override {
    const std::string plain = plain_name(name);
    path_.push_back(plain);
    if (field_ && is_one_of(kContainers, plain)) field_.reset();
    const auto field = input_.options.fields.member_named(plain);
    if (field_ && field != nullptr && is_section(field_->name)) field_.reset();
    if (field_ && field_->name == "provider") take_attributes(plain, attributes);
    if (field_) return start_within_field(plain);
    if (is_title_of_feed()) feed_title_.clear();
    if (starts_record(plain)) {
      start_record(depth());
      is_document_ = plain == "newsitem";
      take_named_attributes(attributes);
    } else if (is_in_unnamed_record(field)) {
      start_record(depth() - 1);
    }
    if (!record_) return;
    take_attributes(plain, attributes);
    if (depth() > record_depth_ && field != nullptr) {
      field_ = RecordField{plain, {}};
      field_depth_ = depth();
    }
  }

  void text(std::string_view text) override {
    if (is_title_of_feed() && feed_title_.size() < kLongestFeedTitle) feed_title_ += text;
    const bool is_beside_elements = record_ && !field_ && depth() == record_depth_;
    if ((!field_ && !is_beside_elements) || skipped_depth_ > 0) return;
    bytes_ += text.size();
    if (bytes_ > ByteStream::kMostAtOnce) {
      throw Error(ErrorCode::input, "holds an article that is too long; left out from there on");
    }
    (field_ ? field_->text : own_text_).append(text);
  }

  void end(std::string_view) override {
    if (field_) end_within_field(path_.back());
    if (record_ && depth() == record_depth_) end_record();
    if (skipped_depth_ == depth()) skipped_depth_ = 0;
    path_.pop_back();
  }

  std::size_t records() const { return records_; }

 private:
  // How many elements are open.
  int depth() const { return static_cast<int>(path_.size()); }

  // The title of an RSS channel or an Atom feed, not of an article in it.
  bool is_title_of_feed() const {
    if (record_ || path_.size() < 2 || path_.back() != "title") return false;
    const std::string& parent = path_[path_.size() - 2];
    return parent == "channel" || parent == "feed";
  }

  // An element that is called so and holds a title or a text is a part of an article.
  bool is_section(const std::string& name) const {
    return input_.options.fields.member_named(name) == &Article::section;
  }

  bool has(const Record& record, std::string Article::*field) const {
    return std::any_of(record.begin(), record.end(), [&](const RecordField& other) {
      return input_.options.fields.member_named(other.name) == field && !trim(other.text).empty();
    });
  }

  // A list may be named like its items; an article inside one of NewsML is the same one.
  bool starts_record(const std::string& plain) const {
    return is_one_of(kRecords, plain) && !(record_ && is_document_) &&
           !(record_ && plain == "nitf");
  }

  // Whether an element for `field` is the title or the text of an article whose own element has a
  // name of its own. A title within a list that has one, too, begins the list's first article.
  bool is_in_unnamed_record(std::string Article::*field) const {
    if (depth() < 2 || is_one_of(kLists, path_[path_.size() - 2])) return false;
    if (field != &Article::title && field != &Article::body) return false;
    if (!record_) return true;
    const bool is_deeper = depth() - 1 > record_depth_;
    return is_unnamed_ && is_deeper && has(*record_, field);
  }

  void start_record(int level) {
    record_ = Record();
    record_depth_ = level;
    is_document_ = false;
    is_unnamed_ = level < depth();
    own_text_.clear();
    bytes_ = 0;
  }

  // <doc title="…" date="…">
  void take_named_attributes(const Attributes& attributes) {
    for (const auto& [name, value] : attributes) {
      const std::string plain = plain_name(name);
      if (input_.options.fields.member_named(plain) != nullptr)
        record_->push_back({plain, std::string(value)});
    }
  }

  void start_within_field(const std::string& plain) {
    if (skipped_depth_ > 0) return;
    if (is_one_of(kBesideNames, plain)) {
      skipped_depth_ = depth();
      return;
    }
    if (is_block(html_of(plain))) field_->text += "<" + html_of(plain) + ">";
  }

  void end_within_field(const std::string& plain) {
    if (depth() == field_depth_) {
      record_->push_back(std::move(*field_));
      field_.reset();
    } else if (skipped_depth_ == 0 && is_block(html_of(plain))) {
      field_->text += "</" + html_of(plain) + ">";
    }
  }

  static std::string html_of(const std::string& plain) {
    const auto* found = std::find_if(kTags.begin(), kTags.end(),
                                     [&](const TagRow& row) { return row.element == plain; });
    return found == kTags.end() ? plain : std::string(found->html);
  }

  void take_attributes(const std::string& plain, const Attributes& attributes) {
    const auto other = std::find_if(attributes.begin(), attributes.end(),
                                    [](const auto& pair) { return pair.first == "rel"; });
    if (other != attributes.end() && other->second != "alternate") return;
    for (const auto& [name, value] : attributes) {
      const std::string attribute = plain_name(name);
      for (const AttributeRow& row : kAttributes) {
        if (row.element == plain && row.attribute == attribute) {
          record_->push_back({std::string(row.name), std::string(value)});
        }
      }
    }
  }

  void end_record() {
    Record record = std::move(*record_);
    record_.reset();
    if (!trim(own_text_).empty()) record.push_back({"text", std::move(own_text_)});
    own_text_.clear();
    if (!has(record, &Article::press)) {
      record.push_back({"press", newspaper_of_feed(plain_text_of_markup(feed_title_))});
    }
    take_record(input_, record, ++records_);
  }

  const ReaderInput& input_;
  std::optional<Record> record_;
  std::optional<RecordField> field_;
  std::vector<std::string> path_;  // names of the elements that are open
  std::string feed_title_;
  std::string own_text_;     // of the record, beside its elements
  bool is_unnamed_ = false;  // the record's element is known by what it holds
  int record_depth_ = 0;
  int field_depth_ = 0;
  int skipped_depth_ = 0;     // of the element in a field that is no part of its text; 0: none
  bool is_document_ = false;  // the record is one that other records' names may occur in
  std::size_t bytes_ = 0;     // of text in the record
  std::size_t records_ = 0;
};

}  // namespace

// RSS, Atom, NITF, NewsML, and lists of records whose elements bear a field's name.
void read_xml(const ReaderInput& input) {
  DecodedStream stream(input, encoding_declared_in_xml(input.bytes));
  ArticleEvents articles(input);
  XmlParser parser(articles);
  for (std::string piece; stream.next_piece(piece);) parser.feed(piece);
  const std::string complaint = parser.finish();
  stream.report_undecodable(0);
  if (!complaint.empty()) {
    input.problems({input.name,
                    fmt::format("is not well-formed XML ({}); {}", complaint,
                                articles.records() == 0 ? "left out" : "read as far as possible"),
                    articles.records() == 0});
  } else if (articles.records() == 0) {
    input.problems({input.name, "holds no article; left out"});
  }
}

}  // namespace gisa
