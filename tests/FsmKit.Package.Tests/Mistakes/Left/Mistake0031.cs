namespace Mistakes;

[GClass, Input<EvBytes>, Input<EvA>]
public sealed partial class Mistake0031 : GObj
{
    private enum State
    {
        [Defer<EvBytes>, On<EvA>(Next = Two)] One,

        [On<EvBytes>(nameof(AcBytes)), Ignore<EvA>] Two,
    }

    private void AcBytes() => Name.ToString();
}
