using System.ComponentModel;

namespace FsmKit;

public abstract partial class GObj
{
    /// <summary>Sets a parameter from text. While the loop runs, only its thread may call.</summary>
    /// <param name="name">Name of the parameter. Case, underscores and hyphens are ignored.</param>
    /// <param name="text">The value as text in the invariant culture; the meaning of null depends on the type of the parameter.</param>
    /// <exception cref="ParameterException">The gobj has no such parameter, or the parameter rejects the value and keeps its old one.</exception>
    public void WriteParameter(string name, string? text)
    {
        RequireLoopThread();
        Parameter(name).Write(this, text);
    }

    /// <summary>Returns a parameter as text in the invariant culture; null for a value that is null.</summary>
    /// <exception cref="ParameterException">The gobj has no such parameter.</exception>
    public string? ReadParameter(string name) => Parameter(name).Read(this);

    /// <summary>Validates the values that no setter has checked: the defaults. Implemented by the generator.</summary>
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
