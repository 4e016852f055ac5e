using System.Globalization;

namespace FsmKit;

/// <summary>Parameters as text: what settings hold, converted as GinsFSM's GConfig does it, culture-independent.</summary>
public static class ParameterText
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private static readonly char[] Separators = [',', ' ', '\t', '\n', '\r'];

    /// <summary>
    /// Any type that parses itself: numbers, <see cref="TimeSpan"/>, <see cref="Guid"/>, addresses, dates. A <see cref="TimeSpan"/> that is a plain
    /// number is in seconds, as GinsFSM's times are; .NET would read days.
    /// </summary>
    public static T Parse<T>(string? text)
        where T : IParsable<T>
    {
        var trimmed = (text ?? throw new FormatException("There is no value.")).Trim();
        return typeof(T) == typeof(TimeSpan) && double.TryParse(trimmed, Plain, CultureInfo.InvariantCulture, out var seconds)
            ? (T)(object)TimeSpan.FromSeconds(seconds)
            : T.Parse(trimmed, CultureInfo.InvariantCulture);
    }

    /// <summary><c>t true y yes on 1</c> are true, <c>f false n no off 0</c> and nothing are false, in any case.</summary>
    public static bool ParseBool(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "T" or "TRUE" or "Y" or "YES" or "ON" or "1" => true,
        null or "" or "F" or "FALSE" or "N" or "NO" or "OFF" or "0" => false,
        _ => throw new FormatException("A bool is one of t, true, y, yes, on, 1, f, false, n, no, off, 0."),
    };

    /// <summary>A member of an enum by name, in any case; numbers are accepted when a member has that value.</summary>
    public static T ParseEnum<T>(string? text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text?.Trim(), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new FormatException($"One of {string.Join(", ", Enum.GetNames<T>())}.");

    /// <summary>A list: items between commas or blanks.</summary>
    public static T[] ParseList<T>(string? text)
        where T : IParsable<T> =>
        Array.ConvertAll((text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries), static item => Parse<T>(item));

    /// <summary>A value as text that can be parsed again.</summary>
    public static string? Format<T>(T value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        System.Collections.IEnumerable items => string.Join(", ", items.Cast<object?>().Select(Format)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
