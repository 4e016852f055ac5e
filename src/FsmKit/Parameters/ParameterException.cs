using System.Globalization;

namespace FsmKit;

/// <summary>Exception for a parameter that does not exist or that rejects a value.</summary>
public sealed class ParameterException : GObjException
{
    /// <summary>Creates an exception. The message should name the gobj, the parameter and the value.</summary>
    public ParameterException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with the failed conversion as its cause.</summary>
    public ParameterException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for a value that the validator of a parameter rejected.</summary>
    /// <param name="gobj">The gobj of the parameter.</param>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="value">The rejected value.</param>
    /// <param name="description">Description of the parameter, added to the message.</param>
    public static ParameterException Rejected(GObj gobj, string name, object? value, string description) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Parameter '{name}' of {gobj} does not take the value '{value}'. {description}").TrimEnd());
}
