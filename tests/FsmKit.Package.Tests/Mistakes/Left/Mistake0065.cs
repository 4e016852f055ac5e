namespace Mistakes;

[GClass, Input<EvA>, Output<EvC>]
public sealed partial class Mistake0065 : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA))] One,
    }

    private void AcA() => Name.ToString();
}
