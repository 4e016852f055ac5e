namespace Mistakes;

[GClass, Input<EvBytes>, Input<EvA>]
public sealed partial class Mistake0013 : GObj
{
    private enum State
    {
        [On<EvBytes>(nameof(AcBytes)), On<EvA>(nameof(AcA))] One,
    }

    private void AcBytes(in EvBytes e) => Send(this, new EvA());
    private void AcA() => Name.ToString();
}
