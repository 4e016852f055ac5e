using System.ComponentModel;

namespace FsmKit;

public abstract partial class GObj
{
    /// <summary>Writes a parameter from text.</summary>
    /// <param name="name">Its name; case, underscores and hyphens do not matter.</param>
    /// <param name="text">The value as text, in the invariant culture.</param>
    /// <exception cref="ParameterException">There is no such parameter, or it does not take the value; it keeps the value it had.</exception>
    public void WriteParameter(string name, string? text)
    {
        RequireLoopThread();
        Parameter(name).Write(this, text);
    }

    /// <summary>Reads a parameter as text.</summary>
    /// <exception cref="ParameterException">There is no such parameter.</exception>
    public string? ReadParameter(string name) => Parameter(name).Read(this);

    /// <summary>Checks the values that no setter has seen: the defaults. Implemented by the generator.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void FsmCheckParameters()
    {
    }

    private ParameterDescription Parameter(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Machine.FindParameter(name) ?? CommonParameters.Find(name) ?? throw new ParameterException(
            $"{this} has no parameter '{name}'. It has: "
            + string.Join(", ", Machine.Parameters.Concat(CommonParameters.All).Select(static parameter => parameter.Name)) + ".");
    }
}
