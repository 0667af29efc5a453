#include "tests/crash/hostile.h"

namespace gisa::test {

namespace {

// A document whose objects are `bodies`, from 1 on; the first is its root.
std::string pdf(const std::vector<std::string>& bodies) {
  std::string out = "%PDF-1.4\n";
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    out += numbered("", i + 1, " 0 obj\n") + bodies[i] + "\nendobj\n";
  }
  return out + "trailer<</Root 1 0 R>>\n%%EOF\n";
}

const char* const kRoot = "<</Type/Catalog/Pages 2 0 R>>";
const char* const kPage = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>";

// Forms that show themselves twice.
std::string forms_in_forms() {
  const std::string shown = "/Resources<</XObject<</X 5 0 R>>>>";
  return pdf({kRoot, "<</Type/Pages/Count 1/Kids[3 0 R]>>",
              "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R" + shown + ">>",
              "<</Length 6>>stream\n/X Do \nendstream",
              "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]" + shown +
                  "/Length 12>>stream\n/X Do /X Do \nendstream"});
}

}  // namespace

std::vector<Hostile> hostile_pdfs() {
  return {
      {"tree-of-itself.pdf", "no page of it is there",
       [] {
         return pdf({kRoot, "<</Type/Pages/Count 100000000/Kids[2 0 R 2 0 R]>>"});
       }},
      {"two-thousand-million-pages.pdf", "no page of it is there",
       [] {
         return pdf({kRoot, "<</Type/Pages/Count 2000000000/Kids[3 0 R]>>", kPage});
       }},
      {"deep.pdf", "no page of it is there",
       [] {
         return pdf({kRoot, times(2'000'000, "[")});
       }},
      {"forms.pdf", "has no text", forms_in_forms},
      {"hundred-thousand-pages.pdf", "has no text",
       [] {
         std::vector<std::string> objects = {kRoot, ""};
         std::string kids;
         for (std::size_t i = 0; i < 100'000; ++i) {
           objects.emplace_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>");
           kids += numbered("", i + 3, " 0 R ");
         }
         objects[1] = "<</Type/Pages/Count 100000/Kids[" + kids + "]>>";
         return pdf(objects);
       }},
      {"no-objects.pdf", "is no PDF", [] { return "%PDF-1.7\n" + times(3'000'000, "1 0 R "); }},
  };
}

}  // namespace gisa::test
