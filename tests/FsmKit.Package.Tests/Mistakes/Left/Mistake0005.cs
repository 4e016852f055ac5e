namespace Mistakes;

[GClass, Input<EvA>, Input<EvB>]
public sealed partial class Mistake0005 : GObj
{
    private enum State
    {
        [On<EvA>("AcNone"), Ignore<EvB>] One,
    }
}
