namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0067 : GObj
{
    private enum State
    {
        [On<EvA>, On<EvB>(nameof(AcB))] One,
    }

    private void AcB() => Name.ToString();
}
