// SPDX-License-Identifier: Apache-2.0
#include "app/services/Paper.hpp"

#include <cups/cups.h>
#include <dlfcn.h>

#include <stdexcept>

namespace plumbline::app {

namespace {

/// The printing system's library, loaded when somebody prints: with what it needs itself it is fourteen libraries that
/// a start of the program would wait for.
class Cups {
public:
    /// None where no printing system is installed.
    static Cups const* loaded()
    {
        static void* const library = ::dlopen("libcups.so.2", RTLD_LAZY | RTLD_LOCAL);
        if (library == nullptr)
            return nullptr;
        static Cups const cups{library};
        return &cups;
    }

    decltype(&cupsGetDests) get_dests;
    decltype(&cupsFreeDests) free_dests;
    decltype(&cupsCreateJob) create_job;
    decltype(&cupsStartDocument) start_document;
    decltype(&cupsWriteRequestData) write_request_data;
    decltype(&cupsFinishDocument) finish_document;

private:
    explicit Cups(void* library)
        : get_dests{function<decltype(get_dests)>(library, "cupsGetDests")}
        , free_dests{function<decltype(free_dests)>(library, "cupsFreeDests")}
        , create_job{function<decltype(create_job)>(library, "cupsCreateJob")}
        , start_document{function<decltype(start_document)>(library, "cupsStartDocument")}
        , write_request_data{function<decltype(write_request_data)>(library, "cupsWriteRequestData")}
        , finish_document{function<decltype(finish_document)>(library, "cupsFinishDocument")}
    {
    }

    template <class Function>
    static Function function(void* library, char const* name)
    {
        void* const found = ::dlsym(library, name);
        if (found == nullptr)
            throw std::runtime_error{"the printing system's library lacks a function"};
        return reinterpret_cast<Function>(found);
    }
};

} // namespace

std::vector<std::string> print_queues()
{
    Cups const* const cups = Cups::loaded();
    if (cups == nullptr)
        return {};
    cups_dest_t* all = nullptr;
    int const count = cups->get_dests(&all);
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i)
        names.insert(all[i].is_default ? names.begin() : names.end(), all[i].name);
    cups->free_dests(count, all);
    return names;
}

Result<void> print_pdf(std::string const& queue, std::string_view title, std::string_view pdf)
{
    std::string chosen = queue;
    if (chosen.empty())
        if (auto const queues = print_queues(); !queues.empty())
            chosen = queues.front();
    Cups const* const cups = Cups::loaded();
    if (chosen.empty() || cups == nullptr)
        return refuse(Refusal::Reason::NotFound, "printer",
            tr_noop("No printer is set up. Save the PDF instead, or add a printer in the system's settings."));
    int const job = cups->create_job(CUPS_HTTP_DEFAULT, chosen.c_str(), std::string{title}.c_str(), 0, nullptr);
    auto const failed = [&] {
        return refuse(Refusal::Reason::Busy, "printer",
            tr_noop("The printer {0} did not take the document. The PDF is kept in the chart."), {chosen});
    };
    if (job == 0)
        return failed();
    // Streamed to the queue, so that no copy of the document is left in a temporary folder.
    if (cups->start_document(CUPS_HTTP_DEFAULT, chosen.c_str(), job, std::string{title}.c_str(), CUPS_FORMAT_PDF, 1)
            != HTTP_STATUS_CONTINUE
        || cups->write_request_data(CUPS_HTTP_DEFAULT, pdf.data(), pdf.size()) != HTTP_STATUS_CONTINUE
        || cups->finish_document(CUPS_HTTP_DEFAULT, chosen.c_str()) != IPP_STATUS_OK)
        return failed();
    return {};
}

} // namespace plumbline::app
