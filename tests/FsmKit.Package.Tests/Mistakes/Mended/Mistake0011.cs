namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0011 : GObj
{
    private enum State
    {
        [Ignore<EvA>, Ignore<EvB>] One,
    }

    [Parameter]
    public int Size { get; set; } = 3;
}
