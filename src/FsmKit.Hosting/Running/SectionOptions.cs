using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FsmKit.Hosting;

/// <summary>Options of a loop in its section of the configuration. They win over those that the application's code has set.</summary>
internal static class SectionOptions
{
    /// <summary>Key of the options within the section of the loop.</summary>
    public const string Key = "Options";

    /// <summary>Sets the options that the section has.</summary>
    /// <exception cref="FsmKitLoopException">An option is unknown, or its text is no value for it.</exception>
    public static void Apply(IConfigurationSection section, string loop, GAplicOptions options)
    {
        foreach (var option in section.GetSection(Key).GetChildren())
        {
            if (!TryApply(option.Key, option.Value, options))
            {
                throw new FsmKitLoopException(
                    loop,
                    $"Loop '{loop}' cannot start: '{option.Path} = {option.Value}' is no option of a loop. "
                    + "There are PostCapacity (1 or more), StallThreshold (such as 00:00:01; zero: off) and AllUniqueNames (true or false).");
            }
        }
    }

    private static bool TryApply(string name, string? text, GAplicOptions options)
    {
        switch (name.ToUpperInvariant())
        {
            case "POSTCAPACITY" when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var capacity) && capacity > 0:
                options.PostCapacity = capacity;
                return true;
            case "STALLTHRESHOLD" when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var threshold) && threshold >= TimeSpan.Zero:
                options.StallThreshold = threshold;
                return true;
            case "ALLUNIQUENAMES" when bool.TryParse(text, out var isUnique):
                options.AllUniqueNames = isUnique;
                return true;
            default:
                return false;
        }
    }
}
