// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/TableHand.hpp"

#include "app/services/Paper.hpp"

#include <utility>

namespace plumbline::app {

namespace {

std::string page_of(InsightTable const& table, OpenClinic& clinic, Context const& context)
{
    return clinic.store().read([&](Records const& records) { return pdf_of(table, records, context); });
}

} // namespace

TableHand to_file(std::string path)
{
    return [path = std::move(path)](OpenClinic& clinic, Context const& context, InsightTable const& table) {
        return write_file(path, path.ends_with(".csv") ? csv_of(table) : page_of(table, clinic, context));
    };
}

TableHand to_printer(std::string queue)
{
    return [queue = std::move(queue)](OpenClinic& clinic, Context const& context, InsightTable const& table) {
        return print_pdf(queue, table.title, page_of(table, clinic, context));
    };
}

} // namespace plumbline::app
