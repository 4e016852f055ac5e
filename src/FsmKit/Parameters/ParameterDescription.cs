namespace FsmKit;

/// <summary>Description of a parameter of a gclass, with access to its value.</summary>
/// <param name="name">The property's name.</param>
/// <param name="type">The property's type, as C# writes it.</param>
/// <param name="defaultText">The default as it stands in the source, or an empty string.</param>
/// <param name="description">Description for the users that configure the gobj.</param>
/// <param name="read">Reads the value as text.</param>
/// <param name="write">Sets the value from text; null without a public setter, or if the type has no text form (as a delegate).</param>
public sealed class ParameterDescription(
    string name, string type, string defaultText, string description, Func<GObj, string?> read, Action<GObj, string?>? write)
{
    /// <summary>The property's name.</summary>
    public string Name { get; } = name;

    /// <summary>The property's type, as C# writes it.</summary>
    public string Type { get; } = type;

    /// <summary>The default as it stands in the source, or an empty string.</summary>
    public string DefaultText { get; } = defaultText;

    /// <summary>Description for the users that configure the gobj.</summary>
    public string Description { get; } = description;

    /// <summary>Whether settings can set the parameter from text.</summary>
    public bool IsText => write is not null;

    /// <summary>Whether a changed setting is written into gobjs that exist, <see cref="ParameterAttribute.Reload"/>. Default false.</summary>
    public bool IsReloadable { get; init; }

    internal string? Read(GObj gobj) => read(gobj);

    internal void Write(GObj gobj, string? text)
    {
        if (write is null)
        {
            throw new ParameterException(
                $"Parameter '{Name}' of {gobj} cannot be written from text: it is only read, or only code can set this {Type}. {Description}".TrimEnd());
        }

        try
        {
            write(gobj, text);
        }
        catch (Exception x) when (x is FormatException or OverflowException or ArgumentException)
        {
            throw new ParameterException($"Parameter '{Name}' of {gobj}: '{text}' is no {Type}. {Description}".TrimEnd(), x);
        }
        catch (GObjException x) when (x is not ParameterException)
        {
            // A type of FsmKit, whose message says what is wrong.
            throw new ParameterException($"Parameter '{Name}' of {gobj}: {x.Message}", x);
        }
    }
}
