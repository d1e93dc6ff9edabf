// SPDX-License-Identifier: Apache-2.0
#include "app/gui/kit/DataList.hpp"

#include "app/gui/kit/Accessible.hpp"
#include "app/gui/kit/Native.hpp"

#include <wx/dataview.h>
#include <wx/sizer.h>

#include <algorithm>
#include <map>
#include <set>

namespace plumbline::app::kit {
namespace {
constexpr std::size_t pages_kept = 40;

wxAlignment as_wx(Align align)
{
    switch (align) {
    case Align::Right:
        return wxALIGN_RIGHT;
    case Align::Center:
        return wxALIGN_CENTER;
    case Align::Left:
        break;
    }
    return wxALIGN_LEFT;
}
} // namespace

/// The rows of which the list is told only their number; pages are fetched when they come into view.
class DataList::Model : public wxDataViewVirtualListModel {
public:
    explicit Model(wxWindow& owner)
        : owner_{owner}
    {
    }

    void restart(std::size_t rows)
    {
        pages_.clear();
        asked_.clear();
        uses_.clear();
        rows_ = rows;
        Reset(static_cast<unsigned>(rows));
    }

    void put(std::size_t first, std::vector<DataRow> rows)
    {
        for (std::size_t offset = 0; offset < rows.size(); ++offset) {
            std::size_t const row = first + offset;
            if (row >= rows_)
                break;
            auto& page = pages_[row / page_size];
            page.resize(page_size);
            page[row % page_size] = std::move(rows[offset]);
        }
        std::size_t const end = std::min(first + rows.size(), rows_);
        for (std::size_t row = first; row < end; ++row)
            RowChanged(static_cast<unsigned>(row));
        forget_old();
    }

    std::function<void(std::size_t, std::size_t)> need;

    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override
    {
        DataCell const* const found = cell(row, column);
        value = found == nullptr ? wxString{} : found->text;
    }

    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& look) const override
    {
        DataCell const* const found = cell(row, column);
        if (found == nullptr || (found->meaning == Meaning::Text && found->weight == Weight::Regular))
            return false;
        if (found->meaning != Meaning::Text)
            look.SetColour(color_of(found->meaning));
        look.SetBold(found->weight == Weight::Bold);
        return true;
    }

    bool SetValueByRow(wxVariant const&, unsigned, unsigned) override { return false; }

private:
    DataCell const* cell(std::size_t row, std::size_t column) const
    {
        std::size_t const number = row / page_size;
        uses_[number] = ++clock_;
        auto const page = pages_.find(number);
        if (page == pages_.end()) {
            ask(number);
            return nullptr;
        }
        DataRow const& cells = page->second[row % page_size];
        return column < cells.size() ? &cells[column] : nullptr;
    }

    void ask(std::size_t page) const
    {
        if (!need || !asked_.insert(page).second)
            return;
        // Not from within painting: the answer may come at once and change the list.
        std::size_t const first = page * page_size;
        std::size_t const count = std::min(page_size, rows_ - std::min(rows_, first));
        owner_.CallAfter([this, first, count] {
            if (need && first < rows_)
                need(first, count);
        });
    }

    void forget_old()
    {
        while (pages_.size() > pages_kept) {
            auto const oldest =
                std::ranges::min_element(pages_, {}, [this](auto const& entry) { return uses_[entry.first]; });
            asked_.erase(oldest->first);
            pages_.erase(oldest);
        }
    }

    wxWindow& owner_;
    std::size_t rows_ = 0;
    std::map<std::size_t, std::vector<DataRow>> pages_;
    mutable std::set<std::size_t> asked_;
    mutable std::map<std::size_t, unsigned long> uses_;
    mutable unsigned long clock_ = 0;
};

DataList::DataList(wxWindow* parent, wxString const& name, std::vector<DataColumn> columns)
    : ClearPanel{parent}
    , columns_{std::move(columns)}
{
    view_ = new wxDataViewCtrl{
        this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxDV_HORIZ_RULES | wxBORDER_NONE};
    model_ = new Model{*this};
    view_->AssociateModel(model_);
    model_->DecRef();
    for (std::size_t index = 0; index < columns_.size(); ++index) {
        DataColumn const& column = columns_[index];
        auto* const renderer = new wxDataViewTextRenderer{"string", wxDATAVIEW_CELL_INERT, as_wx(column.align)};
        renderer->EnableEllipsize(wxELLIPSIZE_END);
        auto* const made = new wxDataViewColumn{column.title, renderer, static_cast<unsigned>(index),
            FromDIP(column.width), as_wx(column.align), wxDATAVIEW_COL_RESIZABLE};
        view_->AppendColumn(made);
        if (column.stretch)
            native::stretch(*made);
    }
    auto* const all = new wxBoxSizer{wxVERTICAL};
    all->Add(view_, wxSizerFlags{1}.Expand());
    SetSizer(all);
    a11y::name(view_, name);
    listen();
}

void DataList::listen()
{
    view_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        if (activated_ && event.GetItem().IsOk())
            activated_(model_->GetRow(event.GetItem()));
    });
    view_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        if (auto const row = current(); row && moved_)
            moved_(*row);
    });
    view_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent& event) {
        if (menu_ && event.GetItem().IsOk())
            menu_(model_->GetRow(event.GetItem()), ScreenToClient(wxGetMousePosition()));
    });
    view_->Bind(wxEVT_DATAVIEW_COLUMN_HEADER_CLICK, [this](wxDataViewEvent& event) {
        int const index = view_->GetColumnPosition(event.GetDataViewColumn());
        if (index >= 0)
            sort_by(static_cast<std::size_t>(index));
    });
}

void DataList::sort_by(std::size_t column)
{
    if (column >= columns_.size() || !columns_[column].sortable || !sorted_)
        return;
    ascending_ = sort_column_ == column ? !ascending_ : true;
    sort_column_ = column;
    sorted_(columns_[column].id, ascending_);
}

void DataList::reset(std::size_t row_count)
{
    model_->restart(row_count);
}

void DataList::put(std::size_t first, std::vector<DataRow> rows)
{
    model_->put(first, std::move(rows));
}

std::size_t DataList::row_count() const
{
    return model_->GetCount();
}

std::optional<std::size_t> DataList::current() const
{
    wxDataViewItem const item = view_->GetSelection();
    return item.IsOk() ? std::optional<std::size_t>{model_->GetRow(item)} : std::nullopt;
}

void DataList::set_current(std::size_t index)
{
    if (index >= row_count())
        return;
    wxDataViewItem const item = model_->GetItem(static_cast<unsigned>(index));
    view_->Select(item);
    // A list without its size yet would scroll to nowhere.
    if (view_->IsShownOnScreen())
        view_->EnsureVisible(item);
}

void DataList::on_need(std::function<void(std::size_t first, std::size_t count)> heard)
{
    model_->need = std::move(heard);
}

std::vector<int> DataList::column_widths() const
{
    std::vector<int> widths;
    for (unsigned index = 0; index < view_->GetColumnCount(); ++index)
        widths.push_back(ToDIP(view_->GetColumn(index)->GetWidth()));
    return widths;
}

void DataList::set_column_widths(std::vector<int> const& widths)
{
    if (widths.size() != columns_.size())
        return;
    for (unsigned index = 0; index < widths.size(); ++index)
        if (widths[index] > 0)
            view_->GetColumn(index)->SetWidth(FromDIP(widths[index]));
}

void DataList::SetFocus()
{
    view_->SetFocus();
}

} // namespace plumbline::app::kit
