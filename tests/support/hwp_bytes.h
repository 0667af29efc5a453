#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tests/support/packed.h"

namespace gisa::test {

// The bytes that HWP 5 is made of.

// A number of so many bytes, the low one first.
std::string number(std::uint64_t value, int bytes);

// UTF-8 as UTF-16.
std::string utf16(std::string_view utf8);

// A control character that takes eight units of a paragraph's text.
std::string control(unsigned code);

// A record, its size in its head or, from 4095 bytes on, behind it.
std::string record(unsigned tag, unsigned level, std::string_view data);

// A paragraph of that text (UTF-16): its head, and its text one level below.
std::string paragraph(std::string_view utf16, unsigned level = 0);

// The head of a control: four letters, and what follows.
std::string control_head(std::string_view letters, unsigned level, std::string_view data = {});

// A cell's head; its paragraphs follow on the same level.
std::string cell(unsigned column, unsigned row, unsigned level);

std::string deflated(std::string_view bytes);

// A stream enciphered as those of a document for distribution are.
std::string enciphered(std::string_view stream);

enum HwpFlag : std::uint32_t {
  hwp_compressed = 1,
  hwp_password = 2,
  hwp_distribution = 4,
  hwp_drm = 16,
  hwp_certificate = 256,
};

// FileHeader.
std::string hwp_header(std::uint32_t flags);

// A document of one section, its records as they are; they are packed and enciphered as the flags
// say. `others` are further streams.
std::string hwp_file(std::string_view section, std::uint32_t flags = 0, Files others = {});

// \x05HwpSummaryInformation, with the time of the last change in tenths of microseconds since 1601.
std::string hwp_summary(std::string_view title, std::uint64_t saved);

}  // namespace gisa::test
