#include "searcher/cli/prompt.h"

#include <histedit.h>
#include <unistd.h>

#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "common/text/utf8.h"
#include "searcher/cli/completion.h"

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

}  // namespace

std::string history_path() {
  const char* const state = std::getenv("XDG_STATE_HOME");
  if (state && *state) return std::string(state) + "/gisa/history";
  const char* const home = std::getenv("HOME");
  return home && *home ? std::string(home) + "/.local/state/gisa/history" : std::string();
}

struct Prompt::Editor {
  Editor(std::string file, Complete how) : path(std::move(file)), complete(std::move(how)) {
    read_locale();
    catch_interrupts();
    history = history_init();
    HistEvent event;
    ::history(history, &event, H_SETSIZE, kHistoryLines);
    ::history(history, &event, H_SETUNIQUE, 1);
    line = el_init("gisa", stdin, stdout, stderr);
    el_set(line, EL_CLIENTDATA, this);
    el_set(
        line, EL_PROMPT, +[](EditLine*) { return const_cast<char*>("gisa> "); });
    el_set(line, EL_EDITOR, "emacs");
    el_set(line, EL_HIST, ::history, history);
    el_set(line, EL_ADDFN, "gisa-complete", "complete the word", &Editor::on_tab);
    el_set(line, EL_BIND, "^I", "gisa-complete", nullptr);
    el_set(line, EL_BIND, "^R", "em-inc-search-prev", nullptr);
    el_source(line, nullptr);  // ~/.editrc
    if (!path.empty()) ::history(history, &event, H_LOAD, path.c_str());
  }

  ~Editor() {
    el_end(line);
    history_end(history);
  }

  void remember(const std::string& typed) {
    HistEvent event;
    ::history(history, &event, H_ENTER, typed.c_str());
    if (path.empty()) return;
    make_private_folder_of(path);
    ::history(history, &event, H_SAVE, path.c_str());  // a history that cannot be kept is no harm
  }

  static unsigned char on_tab(EditLine* line, int /*key*/) {
    Editor* self = nullptr;
    el_get(line, EL_CLIENTDATA, &self);
    return self->complete_word();
  }

  unsigned char complete_word() {
    const LineInfo* const info = el_line(line);
    const std::string before(info->buffer, static_cast<std::size_t>(info->cursor - info->buffer));
    const std::string word = before.substr(last_word(before));
    const std::vector<std::string> found = complete(word);
    if (found.empty()) return CC_REFRESH_BEEP;
    std::string longer = common_beginning(found);
    const bool goes_on = longer.ends_with(':') || longer.ends_with('/');
    if (found.size() == 1 && !goes_on) longer += ' ';
    if (longer.size() > word.size()) {
      el_deletestr(line, static_cast<int>(count_chars(word)));
      return el_insertstr(line, longer.c_str()) == 0 ? CC_REFRESH : CC_REFRESH_BEEP;
    }
    std::cout << '\n';
    for (const std::string& one : found) std::cout << one << "  ";
    std::cout << std::endl;
    return CC_REDISPLAY;
  }

  std::string path;
  Complete complete;
  History* history = nullptr;
  EditLine* line = nullptr;
};

Prompt::Prompt(std::string history, Complete complete) {
  if (isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1) {
    editor_ = std::make_unique<Editor>(std::move(history), std::move(complete));
  }
}

Prompt::~Prompt() = default;

std::optional<std::string> Prompt::next() {
  for (;;) {
    std::string line;
    if (editor_) {
      int length = 0;
      errno = 0;
      const char* const typed = el_gets(editor_->line, &length);
      if (typed == nullptr && errno == EINTR) {
        std::cout << "^C" << std::endl;
        el_reset(editor_->line);
        continue;
      }
      if (typed == nullptr || length <= 0) {
        std::cout << std::endl;
        return std::nullopt;
      }
      line.assign(typed, static_cast<std::size_t>(length));
    } else if (!std::getline(std::cin, line)) {
      return std::nullopt;
    }
    while (line.ends_with('\n') || line.ends_with('\r')) line.pop_back();
    if (line.find_first_not_of(" \t") == std::string::npos) continue;
    if (editor_) editor_->remember(line);
    return line;
  }
}

}  // namespace gisa
