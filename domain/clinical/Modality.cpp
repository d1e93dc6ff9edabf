// SPDX-License-Identifier: Apache-2.0
#include "domain/clinical/Modality.hpp"

#include "domain/clinical/Choices.hpp"

namespace plumbline {

namespace {

constexpr std::array modalities{
    Term<Modality>{Modality::Exercise, "exercise", "Exercise"},
    Term<Modality>{Modality::Massage, "massage", "Massage"},
    Term<Modality>{Modality::Mobilization, "mobilization", "Mobilization"},
    Term<Modality>{Modality::Manipulation, "manipulation", "Manipulation"},
    Term<Modality>{Modality::LumbarTraction, "lumbar-traction", "Lumbar traction"},
    Term<Modality>{Modality::CervicalTraction, "cervical-traction", "Cervical traction"},
    Term<Modality>{Modality::ManualTraction, "manual-traction", "Manual traction"},
    Term<Modality>{Modality::HotPack, "hot-pack", "Hot pack"},
    Term<Modality>{Modality::ColdPack, "cold-pack", "Cold pack"},
    Term<Modality>{Modality::ContrastBath, "contrast-bath", "Contrast bath"},
    Term<Modality>{Modality::Ultrasound, "ultrasound", "Ultrasound"},
    Term<Modality>{Modality::Tens, "tens", "TENS"},
};
constexpr std::array regions{
    Term<Region>{Region::LowBack, "low-back", "Low back"},
    Term<Region>{Region::UpperBack, "upper-back", "Upper back"},
    Term<Region>{Region::Neck, "neck", "Neck"},
    Term<Region>{Region::Coccyx, "coccyx", "Coccyx"},
    Term<Region>{Region::Pelvis, "pelvis", "Pelvis"},
    Term<Region>{Region::Hip, "hip", "Hip"},
    Term<Region>{Region::Other, "other", "Other"},
};
constexpr std::array sides{
    Term<Side>{Side::None, "", "no side"},
    Term<Side>{Side::Left, "left", "left"},
    Term<Side>{Side::Right, "right", "right"},
    Term<Side>{Side::Both, "both", "both"},
};
constexpr Vocabulary modality_words{modalities};
constexpr Vocabulary region_words{regions};
constexpr Vocabulary side_words{sides};
constexpr auto modality_values = values_of(modalities);
constexpr auto region_values = values_of(regions);
constexpr auto side_values = values_of(sides);

} // namespace

std::span<Modality const> all_modalities() noexcept
{
    return modality_values;
}
std::span<Region const> all_regions() noexcept
{
    return region_values;
}
std::span<Side const> all_sides() noexcept
{
    return side_values;
}

std::string_view code(Modality modality) noexcept
{
    return modality_words.code(modality);
}
std::string_view code(Region region) noexcept
{
    return region_words.code(region);
}
std::string_view code(Side side) noexcept
{
    return side_words.code(side);
}
std::string_view label(Modality modality) noexcept
{
    return modality_words.label(modality);
}
std::string_view label(Region region) noexcept
{
    return region_words.label(region);
}
std::string_view label(Side side) noexcept
{
    return side_words.label(side);
}

bool is_timed(Modality modality) noexcept
{
    switch (modality) {
    case Modality::LumbarTraction:
    case Modality::CervicalTraction:
    case Modality::HotPack:
    case Modality::ColdPack:
    case Modality::Tens:
        return false;
    case Modality::Exercise:
    case Modality::Massage:
    case Modality::Mobilization:
    case Modality::Manipulation:
    case Modality::ManualTraction:
    case Modality::ContrastBath:
    case Modality::Ultrasound:
        break;
    }
    return true;
}

Region usual_region(Modality modality, Region complaint) noexcept
{
    switch (modality) {
    case Modality::LumbarTraction:
        return Region::LowBack;
    case Modality::CervicalTraction:
        return Region::Neck;
    default:
        return complaint;
    }
}

Result<Modality> modality_from_code(std::string_view code)
{
    return value_from_code(modalities, code, "modality");
}
Result<Region> region_from_code(std::string_view code)
{
    return value_from_code(regions, code, "region");
}
Result<Side> side_from_code(std::string_view code)
{
    return value_from_code(sides, code, "side");
}

} // namespace plumbline
