namespace Mistakes;

[GClass(Reentrancy = Reentrancy.Nested), Input<EvA>, Input<EvB>]
public sealed partial class Mistake0078 : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA)), On<EvB>(nameof(AcB))] One,
    }

    private void AcA() => Send(this, new EvB());
    private void AcB() => Name.ToString();
}
