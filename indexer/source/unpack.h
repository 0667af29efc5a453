#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "indexer/report/problem.h"
#include "indexer/source/byte_stream.h"

namespace gisa {

// How far a packed file may unfold. What is beyond is reported and not read: it is a bomb, or
// better unpacked by hand.
struct UnpackLimits {
  std::uint64_t ratio = 250;                            // unpacked bytes to a byte on disk ...
  std::uint64_t judged_from = std::uint64_t{64} << 20;  // ... once there are so many of them
  std::uint64_t total = std::uint64_t{32} << 30;        // unpacked bytes of one file on disk
  int depth = 6;  // packings inside one another; a .tar.gz has two
};

// Told of each file found: its name, behind the names of the archives it lies in
// (`2020.zip/02/03.txt`), and its bytes, which are gone when the call returns.
using MemberSink = std::function<void(const std::string& name, ByteStream& bytes)>;

// Gives to `take` the file at `path`, unpacked as often as it is packed: gz, bz2, xz, zst, and
// every member of zip and tar, in any combination; a plain file as it is. Their bytes decide, not
// their names. A document (xlsx, docx, hwpx) is a zip, but one file here. Streams: nothing is
// written to disk or held whole. What cannot be unpacked is reported to `problems`. `seen` is shown
// the packed bytes.
void unpack(const std::filesystem::path& path, const std::string& name, const UnpackLimits& limits,
            const MemberSink& take, const ProblemSink& problems, const BlockWatch& seen = {});

// A sink for files that may hold others (a mail and what is attached to it): `open` is to be given
// each of these, as a member of an archive, and gives it to the sink, unpacked, within the limits
// of the whole.
using NestingSink =
    std::function<void(const std::string& name, ByteStream& bytes, const MemberSink& open)>;

// The same for such a sink.
void unpack_nested(const std::filesystem::path& path, const std::string& name,
                   const UnpackLimits& limits, const NestingSink& take, const ProblemSink& problems,
                   const BlockWatch& seen = {});

}  // namespace gisa
