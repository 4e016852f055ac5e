using System.Globalization;

namespace FsmKit;

/// <summary>Converts parameter values from and to text, as GinsFSM's GConfig does, in the invariant culture.</summary>
public static class ParameterText
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private static readonly char[] Separators = [',', ' ', '\t', '\n', '\r'];

    /// <summary>
    /// Parses a value of a type that implements <see cref="IParsable{TSelf}"/>: numbers, <see cref="TimeSpan"/>, <see cref="Guid"/>,
    /// addresses, dates. A plain number for a <see cref="TimeSpan"/> is in seconds, as in GinsFSM; .NET would read days. Null throws a
    /// <see cref="FormatException"/>.
    /// </summary>
    public static T Parse<T>(string? text)
        where T : IParsable<T>
    {
        var trimmed = (text ?? throw new FormatException("There is no value.")).Trim();
        return typeof(T) == typeof(TimeSpan) && double.TryParse(trimmed, Plain, CultureInfo.InvariantCulture, out var seconds)
            ? (T)(object)TimeSpan.FromSeconds(seconds)
            : T.Parse(trimmed, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Parses a bool, ignoring case: <c>t true y yes on 1</c> are true; <c>f false n no off 0</c>, an empty text and null are false.
    /// </summary>
    public static bool ParseBool(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "T" or "TRUE" or "Y" or "YES" or "ON" or "1" => true,
        null or "" or "F" or "FALSE" or "N" or "NO" or "OFF" or "0" => false,
        _ => throw new FormatException("A bool is one of t, true, y, yes, on, 1, f, false, n, no, off, 0."),
    };

    /// <summary>
    /// Parses the name of an enum member, ignoring case, or the number of a member. Null throws a <see cref="FormatException"/>.
    /// </summary>
    public static T ParseEnum<T>(string? text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text?.Trim(), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new FormatException($"One of {string.Join(", ", Enum.GetNames<T>())}.");

    /// <summary>Parses a list whose items are separated by commas or white space. Null gives an empty list.</summary>
    public static T[] ParseList<T>(string? text)
        where T : IParsable<T> =>
        Array.ConvertAll((text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries), static item => Parse<T>(item));

    /// <summary>Formats a value as text that can be parsed again; null for null.</summary>
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
