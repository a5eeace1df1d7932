"""The best plan that the money can buy: optimising as a job, the road map tried out, scenarios, and applying one."""
