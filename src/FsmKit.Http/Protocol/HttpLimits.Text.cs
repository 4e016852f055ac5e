using System.Diagnostics.CodeAnalysis;

namespace FsmKit.Http;

/// <content>The limits as a setting: <c>MaxFields=50;StrictTargets=true</c>.</content>
public sealed partial class HttpLimits : IParsable<HttpLimits>
{
    private static readonly LimitText[] Texts =
    [
        LimitText.Of(nameof(MaxHeadBytes), static limits => limits.MaxHeadBytes),
        LimitText.Of(nameof(MaxFields), static limits => limits.MaxFields),
        LimitText.Of(nameof(MaxFieldBytes), static limits => limits.MaxFieldBytes),
        LimitText.Of(nameof(MaxMethodBytes), static limits => limits.MaxMethodBytes),
        LimitText.Of(nameof(MaxTargetBytes), static limits => limits.MaxTargetBytes),
        LimitText.Of(nameof(MaxRequestLineBytes), static limits => limits.MaxRequestLineBytes),
        LimitText.Of(nameof(MaxBodyBytes), static limits => limits.MaxBodyBytes),
        LimitText.Of(nameof(MaxChunkExtensionBytes), static limits => limits.MaxChunkExtensionBytes),
        LimitText.Of(nameof(MaxTrailerBytes), static limits => limits.MaxTrailerBytes),
        LimitText.Of(nameof(MaxTrailers), static limits => limits.MaxTrailers),
        LimitText.Of(nameof(MaxBlankLines), static limits => limits.MaxBlankLines),
        LimitText.Of(nameof(MaxInterimResponses), static limits => limits.MaxInterimResponses),
        LimitText.Of(nameof(StrictTargets), static limits => limits.StrictTargets),
        LimitText.Of(nameof(AcceptNonAsciiTargets), static limits => limits.AcceptNonAsciiTargets),
        LimitText.Of(nameof(StrictHosts), static limits => limits.StrictHosts),
        LimitText.Of(nameof(AcceptEmptyHost), static limits => limits.AcceptEmptyHost),
        LimitText.Of(nameof(TargetWinsOverHost), static limits => limits.TargetWinsOverHost),
        LimitText.Of(nameof(AcceptUnknownMethods), static limits => limits.AcceptUnknownMethods),
        LimitText.Of(nameof(StrictFields), static limits => limits.StrictFields),
        LimitText.Of(nameof(StrictFraming), static limits => limits.StrictFraming),
        LimitText.Of(nameof(AcceptBareBlankLines), static limits => limits.AcceptBareBlankLines),
        LimitText.Of(nameof(AcceptPathsAboveRoot), static limits => limits.AcceptPathsAboveRoot),
        LimitText.Of(nameof(AcceptLooseChunkExtensions), static limits => limits.AcceptLooseChunkExtensions),
    ];

    /// <summary>
    /// Reads <c>key=value;key=value</c>. Case and underscores of keys do not matter: <c>MaxFields</c>, <c>maxfields</c> and
    /// <c>max_fields</c> are equal. A part <c>Strict</c> or <c>Tolerant</c> starts from <see cref="Strict"/> or <see cref="Tolerant"/> instead of
    /// <see cref="Default"/>.
    /// </summary>
    /// <exception cref="ParameterException">A key is unknown, or a value has the wrong form or range.</exception>
    public static HttpLimits Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        var values = Read(s);
        try
        {
            return Make(values);
        }
        catch (Exception x) when (x is ArgumentOutOfRangeException or OverflowException)
        {
            throw new ParameterException($"The limits '{s}' hold a number that is too small or too large. {x.Message}", x);
        }
    }

    /// <summary>Reads limits as <see cref="Parse"/> does, and returns false instead of throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out HttpLimits result)
    {
        try
        {
            result = s is null ? null : Parse(s, provider);
        }
        catch (ParameterException)
        {
            result = null;
        }

        return result is not null;
    }

    /// <summary>Returns the limits that differ from the defaults, as text for <see cref="Parse"/>.</summary>
    public override string ToString() => string.Join(';', Texts
        .Where(text => text.Get(this) != text.Get(Default)).Select(text => $"{text.Name}={text.Format(text.Get(this))}"));

    private static HttpLimits Make(Dictionary<string, long> values) => new()
    {
        MaxHeadBytes = checked((int)values[nameof(MaxHeadBytes)]),
        MaxFields = checked((int)values[nameof(MaxFields)]),
        MaxFieldBytes = checked((int)values[nameof(MaxFieldBytes)]),
        MaxMethodBytes = checked((int)values[nameof(MaxMethodBytes)]),
        MaxTargetBytes = checked((int)values[nameof(MaxTargetBytes)]),
        MaxRequestLineBytes = checked((int)values[nameof(MaxRequestLineBytes)]),
        MaxBodyBytes = values[nameof(MaxBodyBytes)],
        MaxChunkExtensionBytes = checked((int)values[nameof(MaxChunkExtensionBytes)]),
        MaxTrailerBytes = checked((int)values[nameof(MaxTrailerBytes)]),
        MaxTrailers = checked((int)values[nameof(MaxTrailers)]),
        MaxBlankLines = checked((int)values[nameof(MaxBlankLines)]),
        MaxInterimResponses = checked((int)values[nameof(MaxInterimResponses)]),
        StrictTargets = values[nameof(StrictTargets)] != 0,
        AcceptNonAsciiTargets = values[nameof(AcceptNonAsciiTargets)] != 0,
        StrictHosts = values[nameof(StrictHosts)] != 0,
        AcceptEmptyHost = values[nameof(AcceptEmptyHost)] != 0,
        TargetWinsOverHost = values[nameof(TargetWinsOverHost)] != 0,
        AcceptUnknownMethods = values[nameof(AcceptUnknownMethods)] != 0,
        StrictFields = values[nameof(StrictFields)] != 0,
        StrictFraming = values[nameof(StrictFraming)] != 0,
        AcceptBareBlankLines = values[nameof(AcceptBareBlankLines)] != 0,
        AcceptPathsAboveRoot = values[nameof(AcceptPathsAboveRoot)] != 0,
        AcceptLooseChunkExtensions = values[nameof(AcceptLooseChunkExtensions)] != 0,
    };

    private static Dictionary<string, long> Read(string text)
    {
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var otherwise = Array.Find(parts, IsPreset) is { } preset ? ParameterNames.Same(preset, nameof(Strict)) ? Strict : Tolerant : Default;
        var values = Texts.ToDictionary(static known => known.Name, known => known.Get(otherwise));
        foreach (var part in Array.FindAll(parts, static part => !IsPreset(part)))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            var name = at < 0 ? part : part[..at].TrimEnd();
            var known = at < 0 ? null : Array.Find(Texts, known => ParameterNames.Same(known.Name, name));
            if (known is null)
            {
                throw new ParameterException($"HTTP limits have no '{part}'. A part is 'Strict', 'Tolerant' or 'key=value'; the keys are "
                    + $"{string.Join(", ", Texts.Select(static known => known.Name))}.");
            }

            values[known.Name] = known.Parse(part[(at + 1)..]);
        }

        return values;
    }

    private static bool IsPreset(string part) => ParameterNames.Same(part, nameof(Strict)) || ParameterNames.Same(part, nameof(Tolerant));
}
