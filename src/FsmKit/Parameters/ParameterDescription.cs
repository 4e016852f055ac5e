namespace FsmKit;

/// <summary>A parameter of a gclass, reachable by name.</summary>
/// <param name="name">The property's name.</param>
/// <param name="type">The property's type, as C# writes it.</param>
/// <param name="defaultText">The default as it stands in the source, or an empty string.</param>
/// <param name="description">One sentence for whoever configures it.</param>
/// <param name="read">Reads it as text.</param>
/// <param name="write">Writes it from text; null when it cannot be (a gobj, a delegate, a statistic).</param>
public sealed class ParameterDescription(
    string name, string type, string defaultText, string description, Func<GObj, string?> read, Action<GObj, string?>? write)
{
    /// <summary>The property's name.</summary>
    public string Name { get; } = name;

    /// <summary>The property's type, as C# writes it.</summary>
    public string Type { get; } = type;

    /// <summary>The default as it stands in the source, or an empty string.</summary>
    public string DefaultText { get; } = defaultText;

    /// <summary>One sentence for whoever configures it.</summary>
    public string Description { get; } = description;

    /// <summary>Whether settings can write it.</summary>
    public bool IsText => write is not null;

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
            // A type of ours that says itself what is wrong.
            throw new ParameterException($"Parameter '{Name}' of {gobj}: {x.Message}", x);
        }
    }
}
