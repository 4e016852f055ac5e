using System.Globalization;
using FsmKit.Benchmarks;

// quick [part of a title] [rounds]   seconds instead of minutes, see Quick
// anything else                      BenchmarkDotNet's own arguments
if (args is ["quick", ..])
{
    Quick.Run(args.ElementAtOrDefault(1) ?? "", int.Parse(args.ElementAtOrDefault(2) ?? "40", CultureInfo.InvariantCulture));
}
