namespace Mistakes;

[GClass, Input<EvA>]
public sealed partial class Mistake0071 : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA))] One,
    }

    private void AcA() => Name.ToString();
}
