#include "indexer/readers/office/document_events.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace gisa {

namespace {

std::optional<DocumentText::Frame> frame_of(Role role) {
  switch (role) {
    case Role::box: return DocumentText::Frame::box;
    case Role::row: return DocumentText::Frame::row;
    case Role::cell: return DocumentText::Frame::cell;
    case Role::aside: return DocumentText::Frame::aside;
    default: return std::nullopt;
  }
}

}  // namespace

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view value_of(const XmlEvents::Attributes& attributes, std::string_view name) {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const auto& pair) { return local_name(pair.first) == name; });
  return found == attributes.end() ? std::string_view() : found->second;
}

unsigned number_of(std::string_view value, unsigned otherwise, unsigned most) {
  unsigned number = otherwise;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return std::min(number, most);
}

Role DocumentEvents::role_of(std::string_view element) const {
  const auto found = std::find_if(roles_.begin(), roles_.end(),
                                  [&](const RoleRow& row) { return row.element == element; });
  return found == roles_.end() ? Role::none : found->role;
}

void DocumentEvents::start(std::string_view name, const Attributes& attributes) {
  const std::string_view element = local_name(name);
  const Role role = role_of(element);
  if (left_out_ > 0 || role == Role::left_out || leaves_out(element, attributes)) {
    ++left_out_;
    return;
  }
  if (const auto frame = frame_of(role)) text_.begin(*frame);
  if (role == Role::paragraph || role == Role::prose) text_.begin_paragraph();
  if (role == Role::text || role == Role::prose) ++in_text_;
  if (role == Role::blank) text_.text(" ");
  if (role == Role::newline) text_.end_line();
  started(element, attributes);
}

void DocumentEvents::end(std::string_view name) {
  if (left_out_ > 0) {
    --left_out_;
    return;
  }
  const std::string_view element = local_name(name);
  ended(element);
  const Role role = role_of(element);
  if (role == Role::text || role == Role::prose) --in_text_;
  if (role == Role::paragraph || role == Role::prose) text_.end_paragraph();
  if (const auto frame = frame_of(role)) text_.end(*frame);
}

void DocumentEvents::text(std::string_view text) {
  if (left_out_ > 0) return;
  if (in_text_ > 0) {
    text_.text(text);
  } else {
    text_beside(text);
  }
}

}  // namespace gisa
