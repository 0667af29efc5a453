#include "indexer/source/unpack.h"

#include <fmt/format.h>

#include "indexer/source/archive_stream.h"
#include "indexer/source/sources.h"

namespace gisa {

namespace {

class Unpacking {
 public:
  Unpacking(std::uint64_t packed_bytes, const UnpackLimits& limits, const NestingSink& take,
            const ProblemSink& problems)
      : packed_bytes_(packed_bytes), limits_(limits), take_(take), problems_(problems) {}

  void open(const std::string& name, ByteStream& bytes, int depth) {
    const Packing packing = packing_of(bytes, name);
    if (packing == Packing::none || packing == Packing::office) {
      return take_(name, bytes, [&](const std::string& inner, ByteStream& held) {
        open_held(inner, held, depth + 1);
      });
    }
    ArchiveStream archive(bytes, packing);
    while (archive.next_member()) {
      const int inner_depth = depth + archive.layers();
      const std::string inner = archive.name().empty() ? name : name + "/" + archive.name();
      if (inner_depth > limits_.depth) {
        refuse(inner);
      } else if (!is_hidden(archive.name())) {
        open_member(inner, archive, inner_depth);
      }
      while (!counted(archive.next_block()).empty()) {  // what is passed over counts, too
      }
    }
  }

 private:
  void refuse(const std::string& name) {
    problems_({name, fmt::format("is packed more than {} times; left out", limits_.depth)});
  }

  // What a small one costs to open, in bytes that are unpacked in that time.
  static constexpr std::uint64_t kLeastOfAHeldFile = 16 << 10;

  // What lies in a file that is no archive: damage to it is none to the file. It counts, too: a
  // document may hold a thousand times the same one, and that a thousand times another.
  void open_held(const std::string& name, ByteStream& bytes, int depth) {
    if (depth > limits_.depth) return refuse(name);
    if (is_no_article(name)) return;
    count(kLeastOfAHeldFile);
    ByteStream its_bytes([&] { return counted(bytes.next_block()); });
    try {
      open(name, its_bytes, depth);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::input || stopped_) throw;
      problems_({name, error.message()});
    }
  }

  // Damage to one member need not be damage to the next; a limit is a limit for all.
  void open_member(const std::string& name, ArchiveStream& archive, int depth) {
    ByteStream bytes([&] { return counted(archive.next_block()); });
    try {
      open(name, bytes, depth);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::input || stopped_ || archive.name().empty()) throw;
      problems_({name, error.message()});
    }
  }

  std::string_view counted(std::string_view block) {
    count(block.size());
    return block;
  }

  void count(std::uint64_t bytes) {
    unpacked_bytes_ += bytes;
    if (unpacked_bytes_ > limits_.total) {
      stop(fmt::format("unpacks to more than {} MB", limits_.total >> 20));
    }
    if (unpacked_bytes_ > limits_.judged_from && unpacked_bytes_ / limits_.ratio > packed_bytes_) {
      stop(fmt::format("unpacks to more than {} times its size", limits_.ratio));
    }
  }

  [[noreturn]] void stop(const std::string& why) {
    stopped_ = true;
    throw Error(ErrorCode::input, why + "; left out from there on");
  }

  // Macs add __MACOSX/ to what they zip.
  static bool is_hidden(const std::string& path) {
    for (std::size_t at = 0; at < path.size();) {
      const std::string_view rest = std::string_view(path).substr(at);
      if (rest.starts_with("__MACOSX/") || (rest.starts_with('.') && !rest.starts_with("./")))
        return true;
      at += std::min(rest.find('/'), rest.size() - 1) + 1;
    }
    return is_no_article(path);
  }

  const std::uint64_t packed_bytes_;
  const UnpackLimits& limits_;
  const NestingSink& take_;
  const ProblemSink& problems_;
  std::uint64_t unpacked_bytes_ = 0;
  bool stopped_ = false;
};

}  // namespace

void unpack(const std::filesystem::path& path, const std::string& name, const UnpackLimits& limits,
            const MemberSink& take, const ProblemSink& problems, const BlockWatch& seen) {
  const NestingSink sink = [&](const std::string& member, ByteStream& bytes, const MemberSink&) {
    take(member, bytes);
  };
  unpack_nested(path, name, limits, sink, problems, seen);
}

void unpack_nested(const std::filesystem::path& path, const std::string& name,
                   const UnpackLimits& limits, const NestingSink& take, const ProblemSink& problems,
                   const BlockWatch& seen) {
  std::error_code unknown;
  const std::uintmax_t packed = std::filesystem::file_size(path, unknown);
  try {
    ByteStream bytes = ByteStream::of_file(path, seen);
    Unpacking(unknown ? 0 : packed, limits, take, problems).open(name, bytes, 0);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) throw;
    problems({name, error.message()});
  }
}

}  // namespace gisa
