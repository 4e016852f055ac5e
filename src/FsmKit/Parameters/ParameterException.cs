using System.Globalization;

namespace FsmKit;

/// <summary>A parameter does not exist or does not take the value.</summary>
public sealed class ParameterException : GObjException
{
    /// <summary>An exception with a message that names the gobj, the parameter and the value.</summary>
    public ParameterException(string message)
        : base(message)
    {
    }

    /// <summary>The same, with the failed conversion as its cause.</summary>
    public ParameterException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The exception of a parameter whose validator said no.</summary>
    /// <param name="gobj">Whose parameter it is.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="value">The rejected value.</param>
    /// <param name="description">What the parameter is.</param>
    public static ParameterException Rejected(GObj gobj, string name, object? value, string description) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Parameter '{name}' of {gobj} does not take the value '{value}'. {description}").TrimEnd());
}
