namespace FsmKit.Testing.Tests.Systems.WriteBehind;

/// <summary>Keeps the value for good.</summary>
[GClass]
[Input<EvSave>, Input<EvLoad>]
public sealed partial class Store : GObj
{
    /// <summary>Last saved value.</summary>
    public int Value { get; private set; }

    private enum State
    {
        [On<EvSave>(nameof(AcSave)), On<EvLoad>(nameof(AcLoad))]
        Ready,
    }

    private void AcSave(in EvSave e)
    {
        Value = e.Value;
        Post(e.Line, new EvSaved());
    }

    private void AcLoad(in EvLoad e) => Post(e.Line, new EvLoaded(Value));
}
