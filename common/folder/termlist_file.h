#pragma once

#include <string>

namespace gisa {

// Makes the table of termlists in a glass database's folder, empty, if there is none. Xapian can do
// without it, but its server looks there which values a document has before it hands one out. While
// a database is written the file must not be there: Xapian would fill it.
void make_termlist_file(const std::string& folder);

// Takes the empty table away for as long as it lives.
class NoTermlistFile {
 public:
  explicit NoTermlistFile(std::string folder);
  ~NoTermlistFile();
  NoTermlistFile(const NoTermlistFile&) = delete;
  NoTermlistFile& operator=(const NoTermlistFile&) = delete;

 private:
  const std::string folder_;
};

}  // namespace gisa
