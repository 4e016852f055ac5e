using System.Globalization;

namespace FsmKit.Http;

/// <summary>Text form of one limit: a number, or a switch whose true and false are 1 and 0.</summary>
internal sealed record LimitText(string Name, Func<HttpLimits, long> Get, bool IsSwitch)
{
    public static LimitText Of(string name, Func<HttpLimits, long> get) => new(name, get, IsSwitch: false);

    public static LimitText Of(string name, Func<HttpLimits, bool> get) => new(name, limits => get(limits) ? 1 : 0, IsSwitch: true);

    /// <exception cref="ParameterException">The text is no value of this limit.</exception>
    public long Parse(string value)
    {
        try
        {
            return !IsSwitch ? ParameterText.Parse<long>(value) : ParameterText.ParseBool(value) ? 1 : 0;
        }
        catch (Exception x) when (x is FormatException or OverflowException or ArgumentException)
        {
            throw new ParameterException($"{Name} of the HTTP limits cannot be '{value}'. {x.Message}", x);
        }
    }

    public string Format(long value) =>
        IsSwitch ? value != 0 ? "true" : "false" : value.ToString(CultureInfo.InvariantCulture);
}
