#include "common/cli/shell_completion.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "gisa/error.h"

namespace gisa {

namespace po = boost::program_options;

namespace {

struct Flag {
  std::string long_name;   // without --
  std::string short_name;  // without -, or empty
  std::string value;       // what the value is called, or empty if there is none
  std::vector<std::string> choices;
  std::string about;  // one line

  bool takes_folder() const { return value == "DIR"; }
  bool takes_file() const { return value == "FILE" || value == "QRELS"; }
};

// `a|b|c` at the beginning of a description are all the values there are.
std::vector<std::string> choices_of(std::string_view about) {
  const std::string_view list = about.substr(0, about.find_first_of(" ;,:"));
  std::vector<std::string> choices;
  if (list.find('|') == std::string_view::npos) return choices;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t bar = std::min(list.find('|', at), list.size());
    choices.emplace_back(list.substr(at, bar - at));
    at = bar + 1;
  }
  return choices;
}

std::vector<Flag> flags_of(const po::options_description& options) {
  std::vector<Flag> flags;
  for (const auto& option : options.options()) {
    Flag flag;
    flag.long_name = option->long_name();
    const std::string name =
        option->canonical_display_name(po::command_line_style::allow_dash_for_short);
    if (name.size() == 2 && name[0] == '-') flag.short_name = name.substr(1);
    if (option->semantic()->max_tokens() > 0) {
      const std::string value = option->semantic()->name();
      flag.value = value.substr(0, value.find(' '));
    }
    flag.about = option->description();
    std::replace(flag.about.begin(), flag.about.end(), '\n', ' ');
    flag.choices = choices_of(flag.about);
    flags.push_back(std::move(flag));
  }
  return flags;
}

// `text` for single quotes: a backslash before each of `special`, and `quote` for a quote.
std::string escaped(std::string_view text, std::string_view special, std::string_view quote) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) out += '\\';
    if (c == '\'') {
      out += quote;
    } else {
      out += c;
    }
  }
  return out;
}

std::string bash(std::string_view program, const std::vector<Flag>& flags) {
  std::string all;
  std::string values;
  for (const Flag& flag : flags) {
    all += fmt::format("{}--{}", all.empty() ? "" : " ", flag.long_name);
    if (!flag.short_name.empty()) all += " -" + flag.short_name;
    if (flag.value.empty()) continue;
    const std::string names = flag.short_name.empty()
                                  ? "--" + flag.long_name
                                  : fmt::format("--{}|-{}", flag.long_name, flag.short_name);
    const std::string words = flag.takes_folder() ? "-d"
                              : flag.takes_file()
                                  ? "-f"
                                  : fmt::format("-W '{}'", fmt::join(flag.choices, " "));
    fmt::format_to(std::back_inserter(values),
                   "    {}) COMPREPLY=($(compgen {} -- \"$word\")); return;;\n", names, words);
  }
  const std::string function = "_" + std::string(program).replace(program.find('-'), 1, "_");
  return fmt::format(
      "{0}() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}}\n"
      "  case $before in\n{1}  esac\n"
      "  if [[ $word == -* ]]; then\n"
      "    COMPREPLY=($(compgen -W '{2}' -- \"$word\"))\n"
      "  else\n"
      "    COMPREPLY=($(compgen -f -- \"$word\"))\n"
      "  fi\n"
      "}}\n"
      "complete -o filenames -F {0} {3}\n",
      function, values, all, program);
}

std::string zsh(std::string_view program, const std::vector<Flag>& flags) {
  std::string out = fmt::format("#compdef {}\n\n_arguments -s \\\n", program);
  for (const Flag& flag : flags) {
    std::string names = "'--" + flag.long_name;
    if (!flag.short_name.empty()) {
      names = fmt::format("'(-{0} --{1})'{{-{0},--{1}}}'", flag.short_name, flag.long_name);
    }
    std::string action = !flag.choices.empty() ? fmt::format("({})", fmt::join(flag.choices, " "))
                         : flag.takes_folder() ? "_directories"
                         : flag.takes_file()   ? "_files"
                                               : " ";
    action = flag.value.empty() ? "" : fmt::format(":{}:{}", flag.value, action);
    fmt::format_to(std::back_inserter(out), "  {}[{}]{}' \\\n", names,
                   escaped(flag.about, ":[]\\", "'\\''"), action);
  }
  return out + "  '*: :_files'\n";
}

std::string fish(std::string_view program, const std::vector<Flag>& flags) {
  std::string out;
  for (const Flag& flag : flags) {
    fmt::format_to(std::back_inserter(out), "complete -c {} -l {}", program, flag.long_name);
    if (!flag.short_name.empty()) out += " -s " + flag.short_name;
    if (!flag.choices.empty()) {
      fmt::format_to(std::back_inserter(out), " -x -a '{}'", fmt::join(flag.choices, " "));
    } else if (flag.takes_folder()) {
      out += " -x -a '(__fish_complete_directories)'";
    } else if (!flag.value.empty()) {
      out += flag.takes_file() ? " -r" : " -x";
    }
    out += " -d '" + escaped(flag.about, "\\", "\\'") + "'\n";
  }
  return out;
}

struct Shell {
  std::string_view name;
  std::string (*script)(std::string_view program, const std::vector<Flag>& flags);
};
constexpr Shell kShells[] = {{"bash", bash}, {"zsh", zsh}, {"fish", fish}};

}  // namespace

std::string completing_shells() {
  std::string names;
  for (const Shell& shell : kShells) {
    names += names.empty() ? "" : "|";
    names += shell.name;
  }
  return names;
}

std::string shell_completion(std::string_view shell, std::string_view program,
                             const po::options_description& options) {
  for (const Shell& known : kShells) {
    if (shell == known.name) return known.script(program, flags_of(options));
  }
  throw Error(ErrorCode::usage, fmt::format("gisa does not know the shell {}", shell),
              completing_shells());
}

}  // namespace gisa
