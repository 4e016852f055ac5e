namespace Mistakes;

[GClass]
public sealed partial class Mistake0004 : GObj
{
}
