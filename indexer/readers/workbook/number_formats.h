#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/xml_parser.h"

namespace gisa {

// What xl/styles.xml says of the cells of a workbook: in which styles a number is a date.
class NumberFormats : public XmlEvents {
 public:
  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view) override {}

  // Of the style with that number, from 0.
  bool is_date(std::size_t style) const { return style < styles_.size() && styles_[style]; }

 private:
  std::map<int, bool> formats_;  // that are defined here: whether they show dates
  std::vector<bool> styles_;
  bool in_styles_ = false;
};

// True if a format such as `yyyy"년" m"월" d"일"` shows a date.
bool shows_date(std::string_view format);

// A day, counted from the last of 1899, and a part of it, as in ISO 8601: 2020-02-03,
// 2020-02-03T09:30. `number` itself if it is no such day.
std::string date_of_serial(std::string_view number, bool from_1904);

}  // namespace gisa
