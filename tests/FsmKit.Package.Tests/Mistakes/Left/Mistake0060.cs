namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0060 : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA)), Ignore<EvB>] One,

        [On<EvA>(Next = One), Ignore<EvB>] Two,
    }

    private void AcA() => Name.ToString();
}
