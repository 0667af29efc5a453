#include "indexer/readers/reading.h"

#include <functional>
#include <new>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "common/store/record.h"
#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/news/article_field.h"
#include "indexer/readers/workbook_rows.h"
#include "indexer/worker/worker_pool.h"

namespace gisa {

namespace {

// What the other end hands on, one record behind the other, in the order in which it came.
enum class Handed : std::uint64_t { article, problem, encoding, row, end_of_rows, member };

// A mail and what is attached to it, or eight times the text that a document may have.
constexpr std::size_t kMostAnswer = std::size_t{128} << 20;
constexpr std::size_t kMostHandedOn = 10'000;  // a document is one article
constexpr std::size_t kPart = std::size_t{1} << 20;

void put(std::string& out, const Article& article, std::size_t number) {
  put_number(out, static_cast<std::uint64_t>(Handed::article));
  put_number(out, number);
  for (const ArticleField& field : kArticleFields) put_string(out, article.*field.member);
}

void put(std::string& out, const Problem& problem) {
  put_number(out, static_cast<std::uint64_t>(Handed::problem));
  put_string(out, problem.path);
  put_number(out, problem.record);
  put_number(out, problem.left_out ? 1 : 0);
  put_number(out, problem.offset ? *problem.offset + 1 : 0);
  put_string(out, problem.what);
}

void put(std::string& out, Encoding encoding) {
  put_number(out, static_cast<std::uint64_t>(Handed::encoding));
  put_string(out, name_of(encoding));
}

void put(std::string& out, const std::string& place, std::string_view member) {
  put_number(out, static_cast<std::uint64_t>(Handed::member));
  put_string(out, place);
  put_string(out, member);
}

std::string text_in(RecordReader& reader) {
  const std::string_view text = reader.string();
  return std::string(text.substr(0, valid_prefix(text)));
}

void put(std::string& out, const SheetRow& row) {
  put_number(out, static_cast<std::uint64_t>(Handed::row));
  put_number(out, row.sheet);
  put_string(out, row.notes);
  put_number(out, row.cells.size());
  for (const std::string& cell : row.cells) put_string(out, cell);
}

struct NumberedArticle {
  Article article;
  std::size_t number = 0;
};

struct EndOfRows {};

struct Member {
  std::string place;  // within the file: `/name`
  std::string_view bytes;
};

using HandedOn =
    std::variant<NumberedArticle, Problem, std::optional<Encoding>, SheetRow, EndOfRows, Member>;

NumberedArticle article_in(RecordReader& reader) {
  NumberedArticle out;
  out.number = reader.number();
  for (const ArticleField& field : kArticleFields) out.article.*field.member = text_in(reader);
  return out;
}

Problem problem_in(RecordReader& reader) {
  Problem problem;
  problem.path = text_in(reader);
  problem.record = reader.number();
  problem.left_out = reader.number() != 0;
  if (const std::uint64_t offset = reader.number(); offset > 0) problem.offset = offset - 1;
  problem.what = text_in(reader);
  return problem;
}

[[noreturn]] void throw_no_answer() {
  throw Error(ErrorCode::input, "the program that reads it does not answer as it should; left out");
}

SheetRow row_in(RecordReader& reader) {
  SheetRow row;
  row.sheet = reader.number();
  row.notes = text_in(reader);
  const std::uint64_t cells = reader.number();
  if (cells > WorkbookRows::kMostColumns) throw_no_answer();
  for (std::uint64_t i = 0; i < cells; ++i) row.cells.push_back(text_in(reader));
  return row;
}

Member member_in(RecordReader& reader) {
  Member member;
  member.place = text_in(reader);
  member.bytes = reader.string();
  return member;
}

HandedOn next(RecordReader& reader) {
  switch (static_cast<Handed>(reader.number())) {
    case Handed::article: return article_in(reader);
    case Handed::problem: return problem_in(reader);
    case Handed::encoding: return encoding_named(reader.string());
    case Handed::row: return row_in(reader);
    case Handed::end_of_rows: return EndOfRows();
    case Handed::member: return member_in(reader);
  }
  throw_no_answer();
}

// Shows `see` one after the other.
void for_each_in(std::string_view answer, const std::function<void(HandedOn)>& see) {
  RecordReader reader(answer, "an answer");
  while (!reader.at_end()) {
    std::optional<HandedOn> one;
    try {
      one = next(reader);
    } catch (const Error&) {
      throw_no_answer();
    }
    see(*std::move(one));
  }
}

std::vector<HandedOn> decode_answer(std::string_view answer) {
  std::vector<HandedOn> out;
  for_each_in(answer, [&](HandedOn one) {
    out.push_back(std::move(one));
    if (out.size() > kMostHandedOn) throw_no_answer();
  });
  return out;
}

// To the sinks of an input.
struct HandOn {
  const ReaderInput& input;
  WorkbookRows& rows;

  void operator()(NumberedArticle& one) const { input.take(std::move(one.article), one.number); }
  void operator()(Problem& problem) const {
    problem.path.insert(0, input.name);  // the other end was not told the name
    input.problems(std::move(problem));
  }
  void operator()(const std::optional<Encoding>& encoding) const {
    if (encoding && input.decoded) input.decoded(*encoding);
  }
  void operator()(SheetRow& row) const { rows.take(std::move(row)); }
  void operator()(const EndOfRows&) const { rows.finish(); }
  void operator()(Member& member) const {
    if (!input.open) return;
    ByteStream bytes([&] { return std::exchange(member.bytes, {}); });
    input.open(input.name + member.place, bytes);
  }
};

struct Request {
  std::string format;
  std::optional<Encoding> encoding;
};

std::string encode(const Format& format, const IntakeOptions& options) {
  std::string out;
  put_string(out, format.name);
  put_string(out, options.encoding ? name_of(*options.encoding) : "");
  return out;
}

Request decode_request(std::string_view record) {
  RecordReader reader(record, "a request");
  Request request;
  request.format = reader.string();
  request.encoding = encoding_named(reader.string());
  return request;
}

void read_document(const Format& format, WorkerPool& workers, const ReaderInput& input) {
  std::string answer;
  const WorkerAnswer last = workers.read({encode(format, input.options), input.bytes},
                                         {[&](std::string_view part) {
                                            if (answer.size() + part.size() > kMostAnswer)
                                              throw_no_answer();
                                            answer += part;
                                          },
                                          [&] { answer.clear(); }});
  if (!last.of_all) throw Error(ErrorCode::input, "takes too long to read; left out");
  hand_on(answer, input);
  if (!last.of_all->empty()) throw Error(ErrorCode::input, *last.of_all);
}

// Row by row, as they come: what came before a damage stays. So a table is not read once more where
// that would give rows twice. What comes behind the rows is handed on when all of it is there.
void read_table(const Format& format, WorkerPool& workers, const ReaderInput& input) {
  WorkbookRows rows(input);
  bool has_part = false;
  bool has_all_rows = false;
  std::string behind;
  const auto take = [&](HandedOn one) {
    has_all_rows = has_all_rows || std::holds_alternative<EndOfRows>(one);
    std::visit(HandOn{input, rows}, one);
  };
  const WorkerAnswer last = workers.read(
      {encode(format, input.options), input.bytes},
      {[&](std::string_view part) {
         has_part = true;
         if (!has_all_rows) return for_each_in(part, take);
         if (behind.size() + part.size() > kMostAnswer) throw_no_answer();
         behind += part;
       },
       [&] {
         if (has_part) {
           throw Error(ErrorCode::input, "the program that reads it died; left out from there on");
         }
       }});
  if (!last.of_all) throw Error(ErrorCode::input, "takes too long to read; left out from there on");
  for_each_in(behind, take);
  if (!last.of_all->empty()) throw Error(ErrorCode::input, *last.of_all);
}

// The bytes of the file that was asked for, as they come over the socket.
class SentFile {
 public:
  explicit SentFile(FrameSocket& socket) : socket_(socket) {}

  std::string_view next_block() {
    if (ended_) return {};
    const bool came = socket_.receive(frame_) == Transfer::done;
    ended_ = !came || frame_.kind != FrameKind::bytes;
    if (!ended_) return frame_.bytes;
    is_whole_ = came && frame_.kind == FrameKind::end;
    if (is_whole_ && !frame_.bytes.empty()) throw Error(ErrorCode::input, frame_.bytes);
    return {};
  }

  // To its end. False if that did not come.
  bool skip_rest() {
    while (!ended_) {
      try {
        next_block();
      } catch (const Error&) {
        return true;  // it is told of by who reads it
      }
    }
    return is_whole_;
  }

 private:
  FrameSocket& socket_;
  Frame frame_ = {};
  bool ended_ = false;
  bool is_whole_ = false;
};

// What is in a file, on its way to who asked. Nothing is said before all was heard, or both ends
// might wait for the other to listen.
class Answer {
 public:
  Answer(FrameSocket& socket, SentFile& file) : socket_(socket), file_(file) {}

  std::string& bytes() { return bytes_; }

  // To be called behind each row: a part of a table has whole rows.
  void send_rows() {
    is_table_ = true;
    if (bytes_.size() >= kPart) send();
  }

  // To be called behind the last row. Parts of what follows are cut anywhere.
  void end_rows() {
    send();
    is_table_ = false;
  }

  // What is left, and what there is to say of the whole. False if nobody listens.
  bool send_rest(std::string_view of_all) {
    if (!file_.skip_rest()) return false;
    const std::size_t size = is_table_ ? kMostFrameBytes : kPart;
    for (std::size_t at = 0; at < bytes_.size(); at += size) {
      const std::string_view part = std::string_view(bytes_).substr(at, size);
      if (socket_.send(FrameKind::part, part) != Transfer::done) return false;
    }
    return socket_.send(FrameKind::done, of_all) == Transfer::done;
  }

 private:
  void send() {
    if (!file_.skip_rest() || socket_.send(FrameKind::part, bytes_) != Transfer::done) {
      throw Error(ErrorCode::input, "cannot be handed on");
    }
    bytes_.clear();
  }

  FrameSocket& socket_;
  SentFile& file_;
  std::string bytes_;
  bool is_table_ = false;
};

// Returns why the rest of the file could not be read, empty if it could.
std::string read_sent(const Request& request, SentFile& file, Answer& answer) {
  const Format* const format = format_named(request.format);
  if (format == nullptr) return "is of a kind that gisa-documents does not know; left out";
  IntakeOptions options;
  options.encoding = request.encoding;
  ByteStream bytes([&] { return file.next_block(); });
  const RecordSink take = [&](const Article& article, std::size_t number) {
    put(answer.bytes(), article, number);
  };
  const ProblemSink problems = [&](const Problem& problem) { put(answer.bytes(), problem); };
  const auto decoded = [&](Encoding encoding) { put(answer.bytes(), encoding); };
  const MemberSink open = [&](const std::string& place, ByteStream& member) {
    put(answer.bytes(), place, member.rest());
  };
  const RowSink rows = {[&](const SheetRow& row) {
                          put(answer.bytes(), row);
                          answer.send_rows();
                        },
                        [&] {
                          put_number(answer.bytes(),
                                     static_cast<std::uint64_t>(Handed::end_of_rows));
                          answer.end_rows();
                        }};
  try {
    format->read({"", bytes, options, take, problems, {}, decoded, open, &rows});
  } catch (const Error& error) {
    return error.message();
  } catch (const std::bad_alloc&) {
    return "takes more memory than a document may; left out";
  }
  return {};
}

}  // namespace

void read_as(const Format& format, const ReaderInput& input) {
  WorkerPool* const workers = input.options.document_workers;
  const Confinement how = workers == nullptr ? Confinement::none : format.confinement;
  switch (how) {
    case Confinement::none: return format.read(input);
    case Confinement::document: return read_document(format, *workers, input);
    case Confinement::table: return read_table(format, *workers, input);
  }
}

void hand_on(std::string_view answer, const ReaderInput& input) {
  WorkbookRows rows(input);
  for (HandedOn& one : decode_answer(answer)) {
    std::visit(HandOn{input, rows}, one);
  }
}

bool serve_reading(FrameSocket& socket) {
  Frame asked = {};
  if (socket.receive(asked) != Transfer::done || asked.kind != FrameKind::request) return false;
  SentFile file(socket);
  Answer answer(socket, file);
  return answer.send_rest(read_sent(decode_request(asked.bytes), file, answer));
}

}  // namespace gisa
