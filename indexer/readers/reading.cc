#include "indexer/readers/reading.h"

#include <array>
#include <new>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "common/store/record.h"
#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/worker/worker_pool.h"

namespace gisa {

namespace {

// What the other end hands on, one record behind the other, in the order in which it came.
enum class Handed : std::uint64_t { article, problem, encoding };

// Twice the text that a document may have, and what is said of it.
constexpr std::size_t kMostAnswer = std::size_t{64} << 20;
constexpr std::size_t kMostHandedOn = 10'000;  // a document is one article
constexpr std::size_t kPart = std::size_t{1} << 20;

constexpr std::array kFields = {&Article::id,   &Article::title,   &Article::body,
                                &Article::date, &Article::press,   &Article::byline,
                                &Article::url,  &Article::modified};

void put(std::string& out, const Article& article, std::size_t number) {
  put_number(out, static_cast<std::uint64_t>(Handed::article));
  put_number(out, number);
  for (const auto field : kFields) put_string(out, article.*field);
}

void put(std::string& out, const Problem& problem) {
  put_number(out, static_cast<std::uint64_t>(Handed::problem));
  put_number(out, problem.record);
  put_number(out, problem.left_out ? 1 : 0);
  put_number(out, problem.offset ? *problem.offset + 1 : 0);
  put_string(out, problem.what);
}

void put(std::string& out, Encoding encoding) {
  put_number(out, static_cast<std::uint64_t>(Handed::encoding));
  put_string(out, name_of(encoding));
}

std::string text_in(RecordReader& reader) {
  const std::string_view text = reader.string();
  return std::string(text.substr(0, valid_prefix(text)));
}

struct NumberedArticle {
  Article article;
  std::size_t number = 0;
};

using HandedOn = std::variant<NumberedArticle, Problem, std::optional<Encoding>>;

NumberedArticle article_in(RecordReader& reader) {
  NumberedArticle out;
  out.number = reader.number();
  for (const auto field : kFields) out.article.*field = text_in(reader);
  return out;
}

Problem problem_in(RecordReader& reader) {
  Problem problem;
  problem.record = reader.number();
  problem.left_out = reader.number() != 0;
  if (const std::uint64_t offset = reader.number(); offset > 0) problem.offset = offset - 1;
  problem.what = text_in(reader);
  return problem;
}

[[noreturn]] void throw_no_answer() {
  throw Error(ErrorCode::input, "the program that reads it does not answer as it should; left out");
}

HandedOn next(RecordReader& reader) {
  switch (static_cast<Handed>(reader.number())) {
    case Handed::article: return article_in(reader);
    case Handed::problem: return problem_in(reader);
    case Handed::encoding: return encoding_named(reader.string());
  }
  throw_no_answer();
}

std::vector<HandedOn> decode_answer(std::string_view answer) {
  std::vector<HandedOn> out;
  try {
    RecordReader reader(answer, "an answer");
    while (!reader.at_end()) {
      out.push_back(next(reader));
      if (out.size() > kMostHandedOn) throw_no_answer();
    }
  } catch (const Error&) {
    throw_no_answer();
  }
  return out;
}

// To the sinks of an input.
struct HandOn {
  const ReaderInput& input;

  void operator()(NumberedArticle& one) const { input.take(std::move(one.article), one.number); }
  void operator()(Problem& problem) const {
    problem.path = input.name;
    input.problems(std::move(problem));
  }
  void operator()(const std::optional<Encoding>& encoding) const {
    if (encoding && input.decoded) input.decoded(*encoding);
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

void read_in_worker(const Format& format, WorkerPool& workers, const ReaderInput& input) {
  std::string answer;
  const WorkerAnswer last = workers.read({encode(format, input.options), input.bytes},
                                         {[&](std::string_view part) {
                                            if (answer.size() + part.size() > kMostAnswer)
                                              throw_no_answer();
                                            answer += part;
                                          },
                                          [&] { answer.clear(); }});
  if (!last.of_all) throw Error(ErrorCode::input, "takes too long to read; left out");
  hand_on(std::exchange(answer, {}), input);
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

// Adds what is read to `answer`; returns why the rest of the file could not be read, empty if it
// could.
std::string read_sent(const Request& request, SentFile& file, std::string& answer) {
  const Format* const format = format_named(request.format);
  if (format == nullptr) return "is of a kind that gisa-documents does not know; left out";
  IntakeOptions options;
  options.encoding = request.encoding;
  ByteStream bytes([&] { return file.next_block(); });
  const RecordSink take = [&](const Article& article, std::size_t number) {
    put(answer, article, number);
  };
  const ProblemSink problems = [&](const Problem& problem) { put(answer, problem); };
  const auto decoded = [&](Encoding encoding) { put(answer, encoding); };
  try {
    format->read({"", bytes, options, take, problems, {}, decoded});
  } catch (const Error& error) {
    return error.message();
  } catch (const std::bad_alloc&) {
    return "takes more memory than a document may; left out";
  }
  return {};
}

bool send_parts(FrameSocket& socket, std::string_view answer) {
  for (std::size_t at = 0; at < answer.size(); at += kPart) {
    if (socket.send(FrameKind::part, answer.substr(at, kPart)) != Transfer::done) return false;
  }
  return true;
}

}  // namespace

void read_as(const Format& format, const ReaderInput& input) {
  WorkerPool* const workers = input.options.document_workers;
  if (!format.is_confined || workers == nullptr) return format.read(input);
  read_in_worker(format, *workers, input);
}

void hand_on(std::string_view answer, const ReaderInput& input) {
  for (HandedOn& one : decode_answer(answer)) std::visit(HandOn{input}, one);
}

bool serve_reading(FrameSocket& socket) {
  Frame asked = {};
  if (socket.receive(asked) != Transfer::done || asked.kind != FrameKind::request) return false;
  SentFile file(socket);
  std::string answer;
  const std::string failure = read_sent(decode_request(asked.bytes), file, answer);
  // Nothing is said before all was heard, or both ends might wait for the other to listen.
  return file.skip_rest() && send_parts(socket, answer) &&
         socket.send(FrameKind::done, failure) == Transfer::done;
}

}  // namespace gisa
