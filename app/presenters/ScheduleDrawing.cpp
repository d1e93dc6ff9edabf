// SPDX-License-Identifier: Apache-2.0
#include "app/presenters/ScheduleDrawing.hpp"

#include "app/presenters/Sentences.hpp"

#include <algorithm>
#include <span>

namespace plumbline::app {

namespace {

constexpr std::size_t shown_fits = 3;
constexpr std::size_t shown_flags = 2; ///< On a block; the hover card says all.

Minutes since_midnight(ClinicTime time)
{
    return time - at(day_of(time), Minutes{0});
}

DaySpan span_of(ScheduleBlock const& block)
{
    Minutes const from = since_midnight(block.start);
    return {from, from + block.length};
}

BlockFill fill_of(AppointmentType type)
{
    switch (type) {
    case AppointmentType::Evaluation:
        return BlockFill::Evaluation;
    case AppointmentType::ReEvaluation:
        return BlockFill::ReEvaluation;
    case AppointmentType::Group:
        return BlockFill::Group;
    case AppointmentType::Treatment:
        break;
    }
    return BlockFill::Visit;
}

bool is_new(ScheduleBlock const& block)
{
    return std::ranges::any_of(
        block.flags, [](ScheduleFlag const& flag) { return flag.about == ScheduleFlag::About::NewPatient; });
}

/// The urgent ones first. Precautions are for the hover card, where there is room for them.
std::vector<std::string> flags_of(ScheduleBlock const& block)
{
    std::vector<std::string> words;
    for (bool const urgent : {true, false})
        for (ScheduleFlag const& flag : block.flags)
            if (flag.urgent == urgent && flag.about != ScheduleFlag::About::NewPatient
                && flag.about != ScheduleFlag::About::Precaution)
                words.push_back("⚑ " + flag.words.english());
    return words;
}

std::vector<std::string> card_of(ScheduleBlock const& block)
{
    std::vector<std::string> card;
    card.push_back(to_clock(block.start) + "–" + to_clock(block.end()) + " · " + type_words(block));
    card.push_back(std::string{label(block.status)} + (block.reason.empty() ? "" : ": " + block.reason));
    if (!block.precautions.empty())
        card.push_back("⚑ " + block.precautions);
    for (std::string& flag : flags_of(block))
        card.push_back(std::move(flag));
    for (auto const& standing : {block.authorization, block.referral})
        if (standing)
            card.push_back(allowance(*standing));
    if (block.certified_until)
        card.push_back("Certified until " + to_words(*block.certified_until));
    if (block.last_visit)
        card.push_back("Last visit " + to_words(*block.last_visit));
    if (!block.phone.empty())
        card.push_back("Phone " + block.phone);
    if (!block.note_of_desk.empty())
        card.push_back(block.note_of_desk);
    return card;
}

/// With a fill of its type a block says everything; as the shadow it throws on a room, only whose it is.
SheetBlock block_of(ScheduleBlock const& block, std::size_t column, BlockFill fill, Names names)
{
    bool const is_resource = fill == BlockFill::Resource;
    SheetBlock one;
    one.id = block.id.value();
    one.column = column;
    one.time = span_of(block);
    one.title = (is_new(block) && !is_resource ? "New: " : "") + shown_name(block.name, names);
    one.fill = fill;
    one.status = block.status;
    one.alert = std::ranges::any_of(block.flags, &ScheduleFlag::urgent);
    bool const open = block.status == AppointmentStatus::Booked || block.status == AppointmentStatus::Confirmed
        || block.status == AppointmentStatus::Arrived || block.status == AppointmentStatus::InTreatment;
    one.movable = open;
    if (!is_resource)
        one.words = joined({type_words(block), status_words(block), note_words(block), flag_words(block, shown_flags)});
    one.spoken = to_clock(block.start) + " " + one.title + ", " + type_words(block) + ", "
        + std::string{label(block.status)} + (one.words.empty() ? "" : ", " + flag_words(block, block.flags.size()));
    if (names == Names::Shown)
        one.card = card_of(block);
    return one;
}

/// In the column of a room it must be said with whom.
void add_clinician(SheetBlock& block, std::string const& name)
{
    block.words = joined({name, block.words});
    block.spoken += ", " + name;
    if (!block.card.empty())
        block.card.insert(block.card.begin() + 1, name);
}

/// The part that all share is what the stripe says; who is on the way comes before who is expected.
AppointmentStatus status_of(std::span<ScheduleBlock const* const> all)
{
    for (AppointmentStatus const status : {AppointmentStatus::InTreatment, AppointmentStatus::Arrived,
             AppointmentStatus::Confirmed, AppointmentStatus::Booked, AppointmentStatus::Done})
        if (std::ranges::any_of(all, [&](auto const* one) { return one->status == status; }))
            return status;
    return all.front()->status;
}

/// `2 arrived · 1 no-show`; who is only booked needs no word.
std::string statuses_of(std::span<ScheduleBlock const* const> all)
{
    std::vector<std::string> words;
    for (AppointmentStatus const status : {AppointmentStatus::Confirmed, AppointmentStatus::Arrived,
             AppointmentStatus::InTreatment, AppointmentStatus::Done, AppointmentStatus::NoShow})
        if (auto const count = std::ranges::count_if(all, [&](auto const* one) { return one->status == status; });
            count > 0)
            words.push_back(std::to_string(count) + ' ' + in_a_sentence(label(status)));
    return joined(words);
}

/// Everybody of a class in one block. It is changed patient by patient, so it is not pulled as a whole.
SheetBlock class_of(std::span<ScheduleBlock const* const> all, std::size_t column, BlockFill fill, Names names)
{
    ScheduleBlock const& first = *all.front();
    SheetBlock one = block_of(first, column, fill, names);
    one.title = "Group";
    if (!first.note_of_desk.empty()
        && std::ranges::all_of(all, [&](auto const* other) { return other->note_of_desk == first.note_of_desk; }))
        one.title += ": " + first.note_of_desk;
    std::string const places =
        plumbline::fill("{0} of {1} places", {std::to_string(first.places_taken), std::to_string(first.places)});
    std::string who;
    one.card = {to_clock(first.start) + "–" + to_clock(first.end()) + " · " + places};
    for (ScheduleBlock const* const member : all) {
        one.members.push_back(member->id.value());
        one.alert = one.alert || std::ranges::any_of(member->flags, &ScheduleFlag::urgent);
        if (names == Names::Hidden)
            continue;
        who += (who.empty() ? "" : ", ") + member->name.family;
        one.card.push_back(joined({member->name.listed(), status_words(*member), flag_words(*member, shown_flags)}));
    }
    if (names == Names::Hidden)
        one.card.clear();
    one.status = status_of(all);
    one.movable = false;
    one.words = fill == BlockFill::Resource ? std::string{} : joined({places, statuses_of(all), who});
    one.spoken = joined({to_clock(first.start) + ' ' + one.title, places, statuses_of(all), who});
    return one;
}

/// Who comes at the same time to the same class, canceled ones left out.
std::vector<ScheduleBlock const*> class_with(ScheduleBlock const& block, std::vector<ScheduleBlock> const& blocks)
{
    std::vector<ScheduleBlock const*> all;
    if (block.type == AppointmentType::Group)
        for (ScheduleBlock const& other : blocks)
            if (other.type == AppointmentType::Group && other.status != AppointmentStatus::Cancelled
                && other.clinician == block.clinician && other.start == block.start && other.length == block.length)
                all.push_back(&other);
    return all;
}

std::string load_words(ScheduleDay const& day, bool of_clinician, bool narrow)
{
    std::string text = day.absence.empty() ? std::to_string(day.booked) + " booked" : day.absence;
    Minutes worked{};
    for (DaySpan const span : day.worked)
        worked += span.to - span.from;
    if (of_clinician && worked.count() > 0)
        text +=
            fill(narrow ? " · {0} %" : " · {0} % of hours", {std::to_string(day.taken.count() * 100 / worked.count())});
    return text;
}

struct Place {
    ScheduleColumn const* column;
    Date day;
};

bool belongs(ScheduleBlock const& block, Place const& place)
{
    if (day_of(block.start) != place.day)
        return false;
    if (place.column->clinician)
        return block.clinician == *place.column->clinician;
    return std::ranges::count(block.resources, *place.column->resource) > 0;
}

/// In the order of the days, and of the clinicians and resources within a day.
std::vector<Place> add_columns(DrawnSheet& drawing, ScheduleSheet const& sheet, DrawingWish const& wish)
{
    std::vector<Place> places;
    auto const days = static_cast<std::size_t>(days_between(sheet.from, sheet.to) + 1);
    for (std::size_t day = 0; day < days; ++day) {
        for (ScheduleColumn const& column : sheet.columns) {
            if (day >= column.days.size())
                continue;
            ScheduleDay const& one = column.days[day];
            SheetColumn shown;
            shown.key = column.clinician ? column.clinician->value() : column.resource->value();
            shown.day = one.day;
            shown.title = wish.by_day ? day_words(one.day) : column.name;
            shown.subline = load_words(one, column.clinician.has_value(), wish.by_day);
            shown.working = one.worked;
            shown.always = column.resource.has_value();
            drawing.columns.push_back(std::move(shown));
            places.push_back({&column, one.day});
        }
    }
    return places;
}

SheetGap gap_of(ScheduleBlock const& block, std::size_t column, std::vector<WaitlistRow> const& fits, Names names)
{
    SheetGap gap;
    gap.id = block.id.value();
    gap.column = column;
    gap.time = span_of(block);
    gap.title = "Free " + to_clock(block.start);
    gap.words = gap_words(fits, names);
    gap.spoken = gap.title + ", " + gap.words;
    return gap;
}

} // namespace

std::string joined(std::vector<std::string> const& parts)
{
    std::string text;
    for (std::string const& part : parts)
        if (!part.empty())
            text += (text.empty() ? "" : " · ") + part;
    return text;
}

std::string flag_words(ScheduleBlock const& block, std::size_t most)
{
    std::vector<std::string> words = flags_of(block);
    words.resize(std::min(words.size(), most));
    return joined(words);
}

std::string allowance(AuthorizationStanding const& standing)
{
    std::string text = standing.kind == AuthorizationKind::Referral ? "Referral" : "Authorization";
    if (standing.visits_allowed)
        text += fill(": {0} of {1} visits used",
            {std::to_string(standing.used.visits), std::to_string(*standing.visits_allowed)});
    if (standing.units_allowed)
        text +=
            fill(", {0} of {1} units", {std::to_string(standing.used.units), std::to_string(*standing.units_allowed)});
    if (standing.until)
        text += ", until " + to_words(*standing.until);
    return text;
}

std::string gap_words(std::vector<WaitlistRow> const& fits, Names names)
{
    std::string who;
    for (std::size_t index = 0; index < fits.size() && index < shown_fits; ++index) {
        bool const soon = fits[index].entry.details().priority == WaitlistPriority::AsSoonAsPossible;
        std::string const name =
            names == Names::Shown ? fits[index].name.spoken() : shown_name(fits[index].name, names);
        who += (index == 0 ? " " : " · ") + std::to_string(index + 1) + " " + name + (soon ? " (ASAP)" : "");
    }
    return who.empty() ? "canceled. Nobody on the waitlist fits" : "canceled. Who fits:" + who;
}

std::string day_words(Date day)
{
    return weekday_name(day).substr(0, 3) + ' ' + to_short_words(day);
}

std::string type_words(ScheduleBlock const& block)
{
    if (block.type == AppointmentType::Evaluation)
        return "evaluation";
    if (block.type == AppointmentType::ReEvaluation)
        return "re-evaluation";
    if (block.type == AppointmentType::Group)
        return fill("group, {0} of {1} places", {std::to_string(block.places_taken), std::to_string(block.places)});
    if (block.visit_number == 0)
        return "visit";
    auto const of = block.visits_of();
    return of ? fill("visit {0} of {1}", {std::to_string(block.visit_number), std::to_string(*of)})
              : fill("visit {0}", {std::to_string(block.visit_number)});
}

std::string status_words(ScheduleBlock const& block)
{
    switch (block.status) {
    case AppointmentStatus::Booked:
        return {};
    case AppointmentStatus::Confirmed:
        return "confirmed";
    case AppointmentStatus::Arrived:
        return block.arrived ? "arrived " + to_clock(*block.arrived) : "arrived";
    case AppointmentStatus::InTreatment:
        return block.started ? "in treatment since " + to_clock(*block.started) : "in treatment";
    case AppointmentStatus::Done:
        return "done";
    case AppointmentStatus::NoShow:
        return "no-show";
    case AppointmentStatus::Cancelled:
        return std::string{block.late ? "canceled late" : "canceled"}
        + (block.reason.empty() ? "" : ": " + block.reason);
    }
    return {};
}

std::string note_words(ScheduleBlock const& block)
{
    if (block.note == ScheduleBlock::Note::Signed)
        return "signed ✓";
    if (block.note == ScheduleBlock::Note::Draft)
        return block.status == AppointmentStatus::Done ? "unsigned ✎" : "note begun ✎";
    return block.status == AppointmentStatus::Done ? "no note" : "";
}

std::vector<ScheduleBlock> freed(ScheduleSheet const& sheet, ClinicTime now)
{
    std::vector<ScheduleBlock> free;
    for (ScheduleBlock const& block : sheet.blocks) {
        if (block.status != AppointmentStatus::Cancelled || block.end() <= now)
            continue;
        auto const overlaps = [&](ScheduleBlock const& other) {
            return other.clinician == block.clinician && other.start < block.end() && block.start < other.end();
        };
        bool const taken = std::ranges::any_of(
            sheet.blocks, [&](ScheduleBlock const& other) { return takes_time(other.status) && overlaps(other); });
        if (!taken && std::ranges::none_of(free, overlaps))
            free.push_back(block);
    }
    return free;
}

DrawnSheet drawn(ScheduleSheet const& sheet, FitsByCanceled const& fits, DrawingWish const& wish)
{
    DrawnSheet drawing;
    auto const places = add_columns(drawing, sheet, wish);
    drawing.opening = sheet.open;
    drawing.step = sheet.step;
    drawing.today = day_of(wish.now);
    drawing.now = since_midnight(wish.now);
    auto const free = freed(sheet, wish.now);
    bool const beside_clinicians =
        std::ranges::any_of(sheet.columns, [](ScheduleColumn const& one) { return one.clinician.has_value(); });
    for (std::size_t column = 0; column < places.size(); ++column) {
        bool const of_room = places[column].column->resource.has_value();
        // The sheet is by start, so each column is too.
        for (ScheduleBlock const& block : sheet.blocks) {
            if (block.status == AppointmentStatus::Cancelled || !belongs(block, places[column]))
                continue;
            BlockFill const fill = of_room && beside_clinicians ? BlockFill::Resource : fill_of(block.type);
            auto all = class_with(block, sheet.blocks);
            std::erase_if(all, [&](auto const* one) { return !belongs(*one, places[column]); });
            if (all.size() < 2)
                drawing.blocks.push_back(block_of(block, column, fill, wish.names));
            else if (all.front()->id == block.id)
                drawing.blocks.push_back(class_of(all, column, fill, wish.names));
            else
                continue;
            if (auto const whose = wish.clinicians.find(block.clinician);
                of_room && !beside_clinicians && whose != wish.clinicians.end())
                add_clinician(drawing.blocks.back(), whose->second);
        }
        if (!places[column].column->clinician)
            continue;
        for (ScheduleBlock const& block : free)
            if (belongs(block, places[column])) {
                auto const who = fits.find(block.id);
                drawing.gaps.push_back(
                    gap_of(block, column, who == fits.end() ? std::vector<WaitlistRow>{} : who->second, wish.names));
            }
    }
    return drawing;
}

} // namespace plumbline::app
