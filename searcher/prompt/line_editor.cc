#include "searcher/prompt/line_editor.h"

#include <histedit.h>

#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <utility>

namespace gisa {

namespace {

constexpr int kHistoryLines = 1000;

void read_locale() {
  std::setlocale(LC_CTYPE, "");
  if (MB_CUR_MAX == 1) std::setlocale(LC_CTYPE, "C.UTF-8");  // or Hangul could not be typed
}

// Ctrl-C wakes the reading without ending the program.
void catch_interrupts() {
  struct sigaction action = {};
  action.sa_handler = [](int) {};
  sigaction(SIGINT, &action, nullptr);
}

void make_private_folder_of(const std::string& file) {
  std::error_code ignored;
  const std::filesystem::path folder = std::filesystem::path(file).parent_path();
  if (std::filesystem::create_directories(folder, ignored)) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, ignored);
  }
}

class Libedit : public LineEditor {
 public:
  Libedit(std::string history, Complete complete)
      : path_(std::move(history)), complete_(std::move(complete)) {
    read_locale();
    catch_interrupts();
    history_ = history_init();
    HistEvent event;
    ::history(history_, &event, H_SETSIZE, kHistoryLines);
    ::history(history_, &event, H_SETUNIQUE, 1);
    line_ = el_init("gisa", stdin, stdout, stderr);
    el_set(line_, EL_CLIENTDATA, this);
    el_set(
        line_, EL_PROMPT, +[](EditLine*) { return const_cast<char*>("gisa> "); });
    el_set(line_, EL_EDITOR, "emacs");
    el_set(line_, EL_HIST, ::history, history_);
    el_set(line_, EL_ADDFN, "gisa-complete", "complete the word", &Libedit::on_tab);
    el_set(line_, EL_BIND, "^I", "gisa-complete", nullptr);
    el_set(line_, EL_BIND, "^R", "em-inc-search-prev", nullptr);
    el_source(line_, nullptr);  // ~/.editrc
    if (!path_.empty()) ::history(history_, &event, H_LOAD, path_.c_str());
  }

  ~Libedit() override {
    el_end(line_);
    history_end(history_);
  }

  Libedit(const Libedit&) = delete;
  Libedit& operator=(const Libedit&) = delete;

  std::optional<std::string> next() override {
    for (;;) {
      int length = 0;
      errno = 0;
      const char* const typed = el_gets(line_, &length);
      if (typed == nullptr && errno == EINTR) {
        std::cout << "^C" << std::endl;
        el_reset(line_);
        continue;
      }
      if (typed == nullptr || length <= 0) {
        std::cout << std::endl;
        return std::nullopt;
      }
      return std::string(typed, static_cast<std::size_t>(length));
    }
  }

  void remember(const std::string& line) override {
    HistEvent event;
    ::history(history_, &event, H_ENTER, line.c_str());
    if (path_.empty()) return;
    make_private_folder_of(path_);
    ::history(history_, &event, H_SAVE, path_.c_str());  // one that cannot be kept is no harm
  }

 private:
  static unsigned char on_tab(EditLine* line, int /*key*/) {
    Libedit* self = nullptr;
    el_get(line, EL_CLIENTDATA, &self);
    return self->complete_word();
  }

  unsigned char complete_word() {
    const LineInfo* const info = el_line(line_);
    const Completion completion =
        complete_({info->buffer, static_cast<std::size_t>(info->cursor - info->buffer)});
    if (!completion.text.empty()) {
      el_deletestr(line_, static_cast<int>(completion.replaced));
      return el_insertstr(line_, completion.text.c_str()) == 0 ? CC_REFRESH : CC_REFRESH_BEEP;
    }
    if (completion.choices.empty()) return CC_REFRESH_BEEP;
    std::cout << '\n';
    for (const std::string& choice : completion.choices) std::cout << choice << "  ";
    std::cout << std::endl;
    return CC_REDISPLAY;
  }

  const std::string path_;
  const Complete complete_;
  History* history_ = nullptr;
  EditLine* line_ = nullptr;
};

}  // namespace

}  // namespace gisa

extern "C" __attribute__((visibility("default"))) gisa::LineEditor* gisa_make_line_editor(
    const std::string& history, gisa::LineEditor::Complete complete) {
  return new gisa::Libedit(history, std::move(complete));
}
