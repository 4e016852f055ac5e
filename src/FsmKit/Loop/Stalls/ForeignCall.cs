namespace FsmKit;

/// <summary>A call of code outside of any gobj, as a stall is blamed on it.</summary>
internal sealed class ForeignCall(object callee, object with) : IHandOver
{
    public object? To => callee;

    public string With => SafeText.Of(with);
}
