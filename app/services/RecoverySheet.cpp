// SPDX-License-Identifier: Apache-2.0
#include "app/services/RecoverySheet.hpp"

#include "app/services/Reporting.hpp"
#include "reports/pdf/PdfWriter.hpp"

namespace plumbline::app {

namespace {

reports::Paragraph said(std::string text, reports::TextSize size = reports::TextSize::Body)
{
    bool const title = size == reports::TextSize::Title;
    return {{reports::Run{std::move(text), title ? reports::Face::Bold : reports::Face::Regular}}, size};
}

} // namespace

std::string recovery_sheet(std::string const& clinic, std::string const& code, Clock const& clock)
{
    reports::Document sheet;
    sheet.kind = "Recovery code";
    sheet.clinic = clinic;
    sheet.facts = {"Made " + to_words(clock.today())};
    sheet.blocks = {reports::Heading{"Keep this page locked away"},
        said("This code opens the clinic when a password is lost, and sets a new one. Whoever holds it can read every "
             "chart. It was shown once and cannot be shown again."),
        reports::Spacer{24}, said(code, reports::TextSize::Title), reports::Spacer{24},
        said("To use it: start Plumbline, choose “Forgot it” where the password is asked for, and type the code as it "
             "stands here.")};
    sheet.written = clock.now();
    return reports::write_pdf(sheet, document_paper);
}

} // namespace plumbline::app
